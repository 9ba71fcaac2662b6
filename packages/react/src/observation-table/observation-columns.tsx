'use client';

import type { Milliseconds, Observation } from '@oriel/core';
import { TypeIcon } from '../icons/type-icon.tsx';
import type { PanelPresentation } from '../provider/panel-presentation.ts';
import type { Navigation } from '../provider/navigation.ts';
import {
  CostCell,
  DurationCell,
  NameCell,
  PreviewCell,
  ScoreCell,
  TagsCell,
  TextCell,
  TimeCell,
  TokensCell,
  ToolsCell,
  TraceCell,
  costOf,
  tokensOf,
} from '../record-table/record-cells.tsx';
import type { RecordColumn } from '../record-table/record-column.ts';

interface ObservationColumnsOptions {
  messages: PanelPresentation<'recordTable'>['messages'];
  navigation: Navigation;
  /** Names of scores, each of which gets a column. */
  scoreNames: readonly string[];
}

type Column = RecordColumn<Observation>;

/** Every column there is of observations: first those that are shown until the reader chooses others. */
export function observationColumns({
  messages,
  navigation,
  scoreNames,
}: ObservationColumnsOptions): Column[] {
  const texts = messages.recordTable;
  const amount = { isNumeric: true, width: 92 } as const;
  const hidden = { isShown: false } as const;
  return [
    {
      id: 'startTime',
      header: messages.start,
      sortField: 'startTime',
      width: 184,
      cell: ({ startTime }) => <TimeCell moment={startTime} />,
    },
    {
      id: 'type',
      header: texts.type,
      sortField: 'type',
      width: 124,
      cell: ({ type }) => (
        <span className="oriel-record-type">
          <TypeIcon type={type} />
          <span className="oriel-data-grid-text">{messages.types[type]}</span>
        </span>
      ),
    },
    {
      id: 'name',
      header: messages.name,
      sortField: 'name',
      width: 180,
      grow: 1,
      isTitle: true,
      cell: ({ name, id, level }) => <NameCell name={name} id={id} level={level} />,
    },
    {
      id: 'traceName',
      header: texts.traceName,
      sortField: 'traceName',
      needs: 'traces',
      width: 150,
      cell: (row) => <TraceCell row={row}>{({ name }) => <TextCell text={name} />}</TraceCell>,
    },
    {
      id: 'input',
      header: messages.input,
      needs: 'payloads',
      width: 200,
      grow: 2,
      cell: (row) => <PreviewCell row={row} part="input" />,
    },
    {
      id: 'output',
      header: messages.output,
      needs: 'payloads',
      width: 200,
      grow: 2,
      cell: (row) => <PreviewCell row={row} part="output" />,
    },
    {
      id: 'statusMessage',
      header: messages.statusMessage,
      sortField: 'statusMessage',
      width: 160,
      cell: ({ statusMessage }) => <TextCell text={statusMessage} />,
    },
    {
      id: 'latency',
      header: messages.latency,
      sortField: 'latency',
      ...amount,
      cell: (row) => <DurationCell length={latencyOf(row)} />,
    },
    {
      id: 'totalTokens',
      header: messages.tokens,
      sortField: 'totalTokens',
      ...amount,
      cell: (row) => <TokensCell count={tokensOf(row, 'total')} />,
    },
    {
      id: 'totalCost',
      header: texts.totalCost,
      sortField: 'totalCost',
      ...amount,
      width: 100,
      cell: (row) => <CostCell amount={costOf(row, 'total')} />,
    },
    {
      id: 'model',
      header: messages.model,
      sortField: 'model',
      width: 150,
      cell: ({ model }) => <TextCell text={model} />,
    },
    {
      id: 'environment',
      header: messages.environment,
      sortField: 'environment',
      width: 112,
      cell: ({ environment }) => <TextCell text={environment} />,
    },
    ...scoreNames.map((name): Column => ({
      id: `scores.${name}`,
      header: texts.score(name),
      sortField: `scores.${name}`,
      needs: 'scores',
      ...hidden,
      cell: (row) => <ScoreCell row={row} name={name} />,
    })),
    {
      id: 'level',
      header: messages.level,
      sortField: 'level',
      ...hidden,
      cell: ({ level }) => messages.levels[level],
    },
    {
      id: 'metadata',
      header: messages.metadata,
      needs: 'payloads',
      width: 200,
      ...hidden,
      cell: (row) => <PreviewCell row={row} part="metadata" />,
    },
    {
      id: 'timeToFirstToken',
      header: messages.timeToFirstToken,
      sortField: 'timeToFirstToken',
      ...amount,
      ...hidden,
      width: 150,
      cell: (row) => <DurationCell length={firstTokenOf(row)} />,
    },
    {
      id: 'tokensPerSecond',
      header: texts.tokensPerSecond,
      sortField: 'tokensPerSecond',
      ...amount,
      ...hidden,
      width: 100,
      cell: (row) => <TokensCell count={rounded(speedOf(row))} />,
    },
    {
      id: 'inputTokens',
      header: texts.inputTokens,
      sortField: 'inputTokens',
      ...amount,
      ...hidden,
      width: 108,
      cell: (row) => <TokensCell count={tokensOf(row, 'input')} />,
    },
    {
      id: 'outputTokens',
      header: texts.outputTokens,
      sortField: 'outputTokens',
      ...amount,
      ...hidden,
      width: 116,
      cell: (row) => <TokensCell count={tokensOf(row, 'output')} />,
    },
    {
      id: 'inputCost',
      header: texts.inputCost,
      sortField: 'inputCost',
      ...amount,
      ...hidden,
      cell: (row) => <CostCell amount={costOf(row, 'input')} />,
    },
    {
      id: 'outputCost',
      header: texts.outputCost,
      sortField: 'outputCost',
      ...amount,
      ...hidden,
      width: 100,
      cell: (row) => <CostCell amount={costOf(row, 'output')} />,
    },
    {
      id: 'tools',
      header: messages.tools,
      needs: 'payloads',
      ...hidden,
      cell: (row) => <ToolsCell row={row} />,
    },
    {
      id: 'promptName',
      header: messages.prompt,
      sortField: 'promptName',
      ...hidden,
      cell: ({ prompt }) =>
        prompt && (
          <TextCell
            text={messages.promptVersion(prompt.name, prompt.version)}
            href={navigation.promptHref?.(prompt.name, prompt.version)}
          />
        ),
    },
    {
      id: 'tags',
      header: messages.tags,
      sortField: 'tags',
      needs: 'traces',
      ...hidden,
      cell: (row) => <TraceCell row={row}>{({ tags }) => <TagsCell tags={tags} />}</TraceCell>,
    },
    {
      id: 'userId',
      header: messages.user,
      sortField: 'userId',
      needs: 'traces',
      ...hidden,
      cell: (row) => (
        <TraceCell row={row}>
          {({ userId }) => (
            <TextCell text={userId} href={userId === null ? undefined : navigation.userHref?.(userId)} />
          )}
        </TraceCell>
      ),
    },
    {
      id: 'sessionId',
      header: messages.session,
      sortField: 'sessionId',
      needs: 'traces',
      ...hidden,
      cell: (row) => (
        <TraceCell row={row}>
          {({ sessionId }) => (
            <TextCell
              text={sessionId}
              href={sessionId === null ? undefined : navigation.sessionHref?.(sessionId)}
            />
          )}
        </TraceCell>
      ),
    },
    {
      id: 'release',
      header: messages.release,
      sortField: 'release',
      needs: 'traces',
      ...hidden,
      cell: (row) => <TraceCell row={row}>{({ release }) => <TextCell text={release} />}</TraceCell>,
    },
    {
      id: 'version',
      header: messages.version,
      sortField: 'version',
      ...hidden,
      cell: ({ version }) => <TextCell text={version} />,
    },
    {
      id: 'endTime',
      header: messages.end,
      sortField: 'endTime',
      width: 184,
      ...hidden,
      cell: ({ endTime }) => <TimeCell moment={endTime} />,
    },
    {
      id: 'traceId',
      header: messages.traceId,
      sortField: 'traceId',
      ...hidden,
      cell: ({ traceId }) => <TextCell text={traceId} href={navigation.traceHref?.(traceId)} />,
    },
    {
      id: 'id',
      header: messages.observationId,
      sortField: 'id',
      ...hidden,
      cell: ({ id }) => <TextCell text={id} />,
    },
  ];
}

function latencyOf({ startTime, endTime }: Observation): Milliseconds | null {
  return endTime === null ? null : endTime - startTime;
}

function firstTokenOf({ startTime, completionStartTime }: Observation): Milliseconds | null {
  return completionStartTime === null ? null : completionStartTime - startTime;
}

/** Output tokens over the whole latency, as the field `tokensPerSecond` is ordered by. */
function speedOf(row: Observation): number | null {
  const output = tokensOf(row, 'output');
  const latency = latencyOf(row);
  return output === null || latency === null || latency <= 0 ? null : output / (latency / 1000);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
