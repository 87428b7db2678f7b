import { z } from 'zod';

/** Whether PostgreSQL stores the text as it is: it knows no NUL, and UTF-8 has no half of a surrogate pair. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Whether it is a date like 2006-03-31 that PostgreSQL has, whose years begin with 1. */
export const isStorableDate = (text: string): boolean =>
  z.iso.date().safeParse(text).success && !text.startsWith('0000');
