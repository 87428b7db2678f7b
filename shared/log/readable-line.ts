/** A line of the log for people who look at it as it comes; what is no such line stays as it is. */
export function readableLine(line: string): string {
  try {
    const { time, level, program, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
    if (typeof time !== 'string' || typeof msg !== 'string') return line.trimEnd();
    const told = Object.entries(facts).map(
      ([key, value]) => `  ${key}: ${quiet(String(value)).replaceAll('\n', '\n    ')}`,
    );
    return [`${time.slice(11, 19)} ${level} ${program}: ${msg}`, ...told].join('\n');
  } catch {
    return line.trimEnd();
  }
}

/** A partner's text may have what a terminal would obey. */
const quiet = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ');
