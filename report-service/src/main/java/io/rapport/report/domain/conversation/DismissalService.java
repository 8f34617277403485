package io.rapport.report.domain.conversation;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.conversation.ConversationDismissedBuilder;
import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.identity.KnownPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a person that their questions up to a time need no answer, and undoes that. The decision is made for each of the
 * person's handles, so that a merge or a split of persons changes nothing.
 */
public final class DismissalService {

    private static final TimelineQuery NEWEST = new TimelineQuery(Direction.INBOUND, null, null, 1);

    private final EngagementRepository engagements;
    private final DismissalRepository dismissals;
    private final DecisionRecorder<ConversationDismissed> recorder;

    /** A service on these repositories and the recorder of the decisions. */
    public DismissalService(
            EngagementRepository engagements,
            DismissalRepository dismissals,
            DecisionRecorder<ConversationDismissed> recorder) {
        this.engagements = engagements;
        this.dismissals = dismissals;
        this.recorder = recorder;
    }

    /**
     * A decision that a user wants to make.
     *
     * @param upTo questions up to this time need no answer; null for all that are known now
     */
    public record DismissalCommand(@Nullable Instant upTo, String reason, String by, Instant at) {}

    /**
     * Decisions that were saved.
     *
     * @param upTo questions up to this time need no answer; null if none is dismissed any more
     * @param handles the number of handles whose decision changed
     * @param published whether the broker has acknowledged all; if not, they are pending in the outbox
     */
    public record DismissalResult(@Nullable Instant upTo, int handles, boolean published) {}

    /** The latest decision about a person's handles that is not undone; empty without one. */
    public Optional<ConversationDismissed> find(BrandKey brand, KnownPerson person) {
        return dismissals.findAll(person.handleKeys(brand)).values().stream()
                .filter(each -> each.upTo() != null)
                .reduce((one, other) -> one.at().isBefore(other.at()) ? other : one);
    }

    /**
     * Dismisses the questions of a person.
     *
     * @throws DecisionRejectedException with the reason
     */
    public DismissalResult dismiss(BrandKey brand, KnownPerson person, DismissalCommand command) {
        recorder.requireReady();
        var newest = person.handleKeys(brand).stream()
                .flatMap(handle -> engagements.findTimeline(brand, List.of(handle), NEWEST).stream())
                .toList();
        var upTo = newest.stream()
                .map(TimelineEntry::occurredAt)
                .max(Instant::compareTo)
                .map(latest -> command.upTo() == null || command.upTo().isAfter(latest) ? latest : command.upTo())
                .orElseThrow(() -> new DecisionRejectedException(DecisionRejection.NOTHING_ASKED));
        var asking = newest.stream().map(entry -> entry.handleKey(brand)).toList();
        var stored = dismissals.findAll(asking);
        var decided = new ArrayList<ConversationDismissed>();
        for (var handle : asking) {
            var before = stored.get(handle);
            var covered = before == null ? null : before.upTo();
            if (covered == null || covered.isBefore(upTo)) {
                decided.add(decision(handle, before, command)
                        .upTo(upTo)
                        .previous(covered)
                        .build());
            }
        }
        return new DismissalResult(upTo, decided.size(), save(decided));
    }

    /**
     * Undoes the latest decision about a person: their questions wait for an answer as they did before it.
     *
     * @throws DecisionRejectedException with the reason
     */
    public DismissalResult undo(BrandKey brand, KnownPerson person, DismissalCommand command) {
        recorder.requireReady();
        var latest = find(brand, person)
                .orElseThrow(() -> new DecisionRejectedException(DecisionRejection.NOTHING_DISMISSED));
        var decided = dismissals.findAll(person.handleKeys(brand)).values().stream()
                .filter(each -> latest.at().equals(each.at()) && each.upTo() != null)
                .map(each -> decision(each.handleKey(), each, command)
                        .upTo(each.previous())
                        .build())
                .toList();
        return new DismissalResult(latest.previous(), decided.size(), save(decided));
    }

    private boolean save(List<ConversationDismissed> decided) {
        decided.forEach(recorder::save);
        return decided.stream().allMatch(recorder::publish);
    }

    private static ConversationDismissedBuilder decision(
            HandleKey handle, @Nullable ConversationDismissed before, DismissalCommand command) {
        return ConversationDismissedBuilder.builder()
                .agency(handle.brand().agency())
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .handle(handle.handle())
                .by(command.by())
                .reason(command.reason())
                .version(before == null ? 1 : before.version() + 1)
                .at(command.at());
    }
}
