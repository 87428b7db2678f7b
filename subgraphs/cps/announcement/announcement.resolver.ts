import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { record } from '../../../shared/events/record.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { announcementEvent } from './announcement.events.ts';
import { AnnouncementFilter, PublishAnnouncementInput, WithdrawAnnouncementInput } from './announcement.inputs.ts';
import { Announcement, AnnouncementStatus } from './announcement.ts';

export const AnnouncementConnection = connectionOf(Announcement, 'Announcement');

@Resolver()
export class AnnouncementResolver {
  @Query(() => AnnouncementConnection, { nullable: true, description: 'What the centres announced, the newest first.' })
  announcements(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => AnnouncementFilter, { nullable: true }) filter: AnnouncementFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.shownOn ? shownOn(filter.shownOn) : {}) };
    const order = [{ property: 'shownFrom', descending: true }];
    return AnnouncementConnection.of(pageOf(em, { entity: Announcement, where, order }, page));
  }

  @Query(() => Announcement, { nullable: true })
  announcement(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveAnnouncement({ id }, context);
  }

  @Mutation(() => Announcement, {
    description: 'Tells the people of a place what is going on; it must tell of no person.',
  })
  @RequiresScopes('hub:write', 'cps:write')
  publishAnnouncement(
    @Arg('input', () => PublishAnnouncementInput) input: PublishAnnouncementInput,
    @Ctx() context: Context,
  ): Promise<Announcement> {
    return write(context, Announcement, 'publishAnnouncement', input, async (em) => {
      const centre = await findOwn(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { title, text, shownUntil } = input;
      const shownFrom = input.shownFrom ?? today();
      const announcement = Object.assign(new Announcement(), { title, text, shownFrom, shownUntil });
      announcement.belongTo(centre, input.territory);
      record(em, announcementEvent(announcement));
      return announcement;
    });
  }

  @Mutation(() => Announcement)
  @RequiresScopes('hub:write', 'cps:write')
  withdrawAnnouncement(
    @Arg('input', () => WithdrawAnnouncementInput) input: WithdrawAnnouncementInput,
    @Ctx() context: Context,
  ): Promise<Announcement> {
    return write(context, Announcement, 'withdrawAnnouncement', input, async (em) => {
      const announcement = await findRowToEdit(em, Announcement, input);
      announcement.withdraw(input.on ?? today());
      return announcement;
    });
  }
}

const shownOn = (day: string) => ({
  status: AnnouncementStatus.PUBLISHED,
  shownFrom: { $lte: day },
  shownUntil: { $gte: day },
});

export const resolveAnnouncement = ({ id }: { id: string }, { loaders }: Context) => loaders.announcementById.load(id);
