/** `hub.<subgraph>.<what happened>.v<version>`; a change that its consumers would not understand is a new version. */
export type EventType = `hub.${string}.${string}.v${number}`;

/** An event as CloudEvents 1.0 has it; `data` is a JSON object that never tells of a person. */
export interface CloudEvent {
  specversion: '1.0';
  id: string;
  /** `/subgraphs/<name>` of the subgraph in which it happened. */
  source: string;
  type: string;
  /** The graph's id of the public entity to which it happened. */
  subject: string;
  /** When it happened, as RFC 3339 has it. */
  time: string;
  datacontenttype: 'application/json';
  data: object;
}

/** The columns of an event, which are the same in the outbox and in the log. */
export const CLOUD_EVENT_COLUMNS = 'specversion, id, source, type, subject, time, datacontenttype, data';

export type CloudEventRow = Omit<CloudEvent, 'time'> & { time: Date };

export const toCloudEvent = (row: CloudEventRow): CloudEvent => ({
  specversion: row.specversion,
  id: row.id,
  source: row.source,
  type: row.type,
  subject: row.subject,
  time: row.time.toISOString(),
  datacontenttype: row.datacontenttype,
  data: row.data,
});
