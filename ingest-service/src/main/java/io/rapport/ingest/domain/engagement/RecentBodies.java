package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.EngagementReceived;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the newest rows of a request, by which repeated rows are found. At least the newest 100 000 revisions are known, so
 * that the memory of a long file does not grow with its length; an earlier repetition is found by scoring.
 */
final class RecentBodies {

    /** The number of revisions that are known at least; at most twice as many are held. */
    static final int SIZE = 100_000;

    private Map<RevisionKey, Body> newest = new HashMap<>();
    private Map<RevisionKey, Body> older = Map.of();

    /**
     * The revision of an engagement: bodies are compared within it only.
     *
     * @param rank 0 without a revision
     */
    private record RevisionKey(UUID engagement, long rank) {

        static RevisionKey of(EngagementReceived engagement) {
            return new RevisionKey(engagement.id(), engagement.revisionRank());
        }
    }

    /**
     * The hashes of an engagement.
     *
     * @param content of everything but the profile of the actor
     * @param profile of the actor
     */
    record Body(int content, int profile) {

        /** What a withdrawal contains besides its id does not matter. */
        static Body of(EngagementReceived engagement) {
            return engagement.withdraws()
                    ? new Body(0, 0)
                    : new Body(contentHash(engagement), profileHash(engagement.actor()));
        }

        private static int contentHash(EngagementReceived engagement) {
            return Objects.hash(
                    engagement.channel(),
                    engagement.occurredAt(),
                    engagement.direction(),
                    engagement.kind(),
                    engagement.actor().id(),
                    engagement.staff(),
                    engagement.object(),
                    engagement.content(),
                    engagement.value(),
                    engagement.mentions());
        }

        /** As {@link Actor#hashCode}, which the JDK generates so that it takes a tenth of the time of an engagement. */
        private static int profileHash(Actor actor) {
            return Objects.hash(
                    actor.id(),
                    actor.name(),
                    actor.displayName(),
                    actor.url(),
                    actor.bio(),
                    actor.location(),
                    actor.followers(),
                    actor.emailHash(),
                    actor.bot(),
                    actor.phoneHash(),
                    actor.relMe(),
                    actor.webFinger(),
                    actor.mailboxHash());
        }
    }

    /** The body that was kept of a revision; null when it is new, or was kept too long ago. */
    @Nullable
    Body find(EngagementReceived engagement) {
        var key = RevisionKey.of(engagement);
        var body = newest.get(key);
        return body == null ? older.get(key) : body;
    }

    /** Keeps the body of a revision, instead of the one before. */
    void keep(EngagementReceived engagement, Body body) {
        if (newest.size() >= SIZE) {
            older = newest;
            newest = new HashMap<>();
        }
        newest.put(RevisionKey.of(engagement), body);
    }
}
