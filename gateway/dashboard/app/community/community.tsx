import { type ReactNode, useState } from 'react';
import { thisDay } from '../address/this-day.ts';
import {
  CommunityAnnouncementsDocument,
  CommunityConsultationChangedDocument,
  CommunityConsultationsDocument,
  CommunityNeedsDocument,
  CommunityServiceOfferedDocument,
  CommunityServicesDocument,
} from '../graph/generated/graphql.ts';
import { type Answer, useAnswer } from '../graph/use-answer.ts';
import type { MessageId } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { useEvents, useLive } from '../live/live.tsx';
import { Answered } from '../notice/answered.tsx';
import { Announcements } from './announcements.tsx';
import './community.css';
import { Consultations } from './consultations.tsx';
import { Needs } from './needs.tsx';
import { Services } from './services.tsx';

const FEW = 12;
const ALL = 60;

/** What the people of a place are asked, what they need, what of it can be bought, and what is going on. */
export function Community({ territory }: { territory: string }): ReactNode {
  const [needsShown, setNeedsShown] = useState(FEW);
  const [servicesShown, setServicesShown] = useState(FEW);
  const consultations = useAnswer(CommunityConsultationsDocument, { territory });
  const needs = useAnswer(CommunityNeedsDocument, { territory, first: needsShown });
  const services = useAnswer(CommunityServicesDocument, { territory, first: servicesShown });
  const announcements = useAnswer(CommunityAnnouncementsDocument, { territory, on: thisDay() });
  useChanges(territory, { consultations, needs, services });
  return (
    <>
      <Heading page="page.community" territory={territory} />
      <Section id="consultations">
        <Answered answer={consultations}>{(data) => <Consultations byStatus={data} />}</Answered>
      </Section>
      <Section id="announcements">
        <Answered answer={announcements}>
          {({ announcements: found }) => found && <Announcements announcements={found.nodes} />}
        </Answered>
      </Section>
      <Section id="needs">
        <Answered answer={needs}>
          {({ needs: found }) => found && <Needs needs={found} onMore={() => setNeedsShown(ALL)} />}
        </Answered>
      </Section>
      <Section id="services">
        <Answered answer={services}>
          {({ services: found }) => found && <Services services={found} onMore={() => setServicesShown(ALL)} />}
        </Answered>
      </Section>
    </>
  );
}

function Section({
  id,
  children,
}: {
  id: 'consultations' | 'announcements' | 'needs' | 'services';
  children: ReactNode;
}): ReactNode {
  const title: MessageId = `community.section.${id}`;
  return (
    <section className="section" aria-labelledby={`community-${id}`}>
      <h2 id={`community-${id}`}>
        <Text id={title} />
      </h2>
      {children}
    </section>
  );
}

/** Marks each consultation that opens, closes or is reported, and each service that comes on offer. */
function useChanges(
  territory: string,
  { consultations, needs, services }: Record<'consultations' | 'needs' | 'services', Pick<Answer<unknown>, 'again'>>,
): void {
  const { note } = useLive();
  const { text, nameOf } = useWords();
  const askConsultations = (): void => {
    consultations.again();
    needs.again();
  };
  const askServices = (): void => {
    services.again();
    needs.again();
  };
  useEvents(
    CommunityConsultationChangedDocument,
    { territory },
    {
      onEvent({ consultationChanged: { change, consultation } }) {
        askConsultations();
        if (!consultation) return;
        const { id, question } = consultation;
        note(id, text('community.consultationChanged', { question, status: nameOf('consultationStatus', change) }));
      },
      onGap: askConsultations,
    },
  );
  useEvents(
    CommunityServiceOfferedDocument,
    { territory },
    {
      onEvent({ serviceOffered: { service } }) {
        askServices();
        if (service) note(service.id, text('community.serviceOffered', { name: service.name }));
      },
      onGap: askServices,
    },
  );
}
