import { type ReactNode, useEffect, useRef } from 'react';
import type { MoneyAwardMutation, MoneySchemeFragment } from '../graph/generated/graphql.ts';
import { MoneyManufactoriesDocument } from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { Text, useWords } from '../language/text.tsx';
import { Answered, Empty } from '../notice/answered.tsx';
import { AwardForm } from './award-form.tsx';

/** Where one awards an incentive by a scheme; it is open for as long as it is there. */
export function AwardDialog({
  scheme,
  onAwarded,
  onClosed,
}: {
  scheme: MoneySchemeFragment;
  onAwarded(incentive: MoneyAwardMutation['awardIncentive']): void;
  onClosed(): void;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const { money } = useWords();
  const manufactories = useAnswer(MoneyManufactoriesDocument, {
    territory: scheme.municipality?.territory?.code ?? '',
  });
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} className="award" aria-labelledby="award-title" onClose={onClosed}>
      <h2 id="award-title">
        <Text id="money.award.title" />
      </h2>
      <p>
        <Text
          id="money.award.from"
          values={{
            scheme: scheme.title,
            line: scheme.budgetLine?.code ?? '–',
            available: money(scheme.budgetLine?.available),
          }}
        />
      </p>
      <Answered answer={manufactories}>
        {(data) => {
          // An incentive is for a manufactory that is there, and its host is named with it.
          const those = data.manufactories?.nodes.filter(
            ({ status, parentInstitution }) => status !== 'CLOSED' && parentInstitution,
          );
          if (!those) return null;
          if (those.length === 0) {
            return (
              <Empty>
                <Text id="money.award.nobody" />
              </Empty>
            );
          }
          return (
            <AwardForm
              scheme={scheme}
              manufactories={those}
              onAwarded={(incentive) => {
                onAwarded(incentive);
                close();
              }}
            />
          );
        }}
      </Answered>
      <button type="button" onClick={close}>
        <Text id="money.award.cancel" />
      </button>
    </dialog>
  );
}
