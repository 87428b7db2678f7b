import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Layout } from './layout/layout.tsx';
import { Awaited } from './notice/answered.tsx';
import { NotFound } from './notice/not-found.tsx';
import { Overview } from './overview/overview.tsx';
import { useTerritoryCode } from './territory/use-territory.ts';

// Each page is loaded when it is opened first; the overview is what opens.
const TerritoryMap = lazy(async () => ({ default: (await import('./map/territory-map.tsx')).TerritoryMap }));
const Manufactories = lazy(async () => ({
  default: (await import('./manufactories/manufactories.tsx')).Manufactories,
}));
const ManufactoryStory = lazy(async () => ({
  default: (await import('./manufactories/manufactory-story.tsx')).ManufactoryStory,
}));
const Money = lazy(async () => ({ default: (await import('./money/money.tsx')).Money }));
const Community = lazy(async () => ({ default: (await import('./community/community.tsx')).Community }));
const Partners = lazy(async () => ({ default: (await import('./partners/partners.tsx')).Partners }));

export function Dashboard(): ReactNode {
  const territory = useTerritoryCode();
  return (
    <Layout>
      <Suspense fallback={<Awaited />}>{territory === null ? <Awaited /> : <Pages territory={territory} />}</Suspense>
    </Layout>
  );
}

function Pages({ territory }: { territory: string }): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <Overview territory={territory} />
      </Route>
      <Route path="/map">
        <TerritoryMap territory={territory} />
      </Route>
      <Route path="/manufactories">
        <Manufactories territory={territory} />
      </Route>
      <Route path="/manufactories/:id">{({ id }) => <ManufactoryStory id={id} />}</Route>
      <Route path="/money">
        <Money territory={territory} />
      </Route>
      <Route path="/community">
        <Community territory={territory} />
      </Route>
      <Route path="/partners">
        <Partners territory={territory} />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
