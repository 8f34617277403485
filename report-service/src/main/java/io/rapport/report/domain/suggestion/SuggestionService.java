package io.rapport.report.domain.suggestion;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.contracts.suggestion.PersonSuggestionsBuilder;
import io.rapport.contracts.suggestion.SuggestionDismissal;
import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.contracts.suggestion.SuggestionUndoing;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.decision.PersonDecisionRecorder;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dismisses suggestions about people for {@value #DAYS} days, undoes that, and finds what is dismissed. A suggestion to thank a
 * person or to get in touch with them returns earlier when they do something new.
 */
public final class SuggestionService {

    /** How long a suggestion is not shown. */
    public static final int DAYS = 30;

    /** The maximum number of people whose dismissals are read at once: those that hold longest. */
    public static final int MAX_OPEN = 500;

    private static final int MAX_DISMISSALS = 50;

    private static final Set<SuggestionKind> ABOUT_DEEDS = EnumSet.of(SuggestionKind.THANK, SuggestionKind.DRIFTING);

    private static final Comparator<DismissedSuggestion> NEWEST_FIRST = Comparator.comparing(
                    (DismissedSuggestion each) -> each.dismissal().at())
            .reversed()
            .thenComparing(DismissedSuggestion::person)
            .thenComparing(each -> each.dismissal().kind());

    private final SuggestionRepository suggestions;
    private final EvidenceLookup evidence;
    private final PersonDirectory directory;
    private final PersonDecisionRecorder<PersonSuggestions> recorder;

    /** A service on these repositories and the recorder of the states. */
    public SuggestionService(
            SuggestionRepository suggestions,
            EvidenceLookup evidence,
            PersonDirectory directory,
            PersonDecisionRecorder<PersonSuggestions> recorder) {
        this.suggestions = suggestions;
        this.evidence = evidence;
        this.directory = directory;
        this.recorder = recorder;
    }

    /**
     * A suggestion that a user wants to dismiss.
     *
     * @param reason null if it is left out
     */
    public record SuggestionCommand(
            SuggestionKind kind, @Nullable String reason, String by, Instant at) {}

    /**
     * A dismissal with the person it is about.
     *
     * @param person after a merge the survivor
     */
    public record DismissedSuggestion(UUID person, SuggestionDismissal dismissal) {}

    /**
     * A dismissal that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is pending in the outbox
     */
    public record SavedSuggestion(DismissedSuggestion saved, boolean published) {}

    /** The dismissals of a brand that hold at a time as long as there is no new evidence, newest first, one for a person and kind. */
    public List<DismissedSuggestion> findOpen(BrandKey brand, Instant time) {
        var states = suggestions.findOpen(brand, time, MAX_OPEN);
        var survivors = directory.resolveSurvivors(
                brand, states.stream().map(PersonSuggestions::person).toList());
        var latest = new LinkedHashMap<List<Object>, DismissedSuggestion>();
        for (var state : states) {
            var survivor = survivors.apply(state.person());
            state.dismissals().stream()
                    .filter(each -> each.isOpen(time))
                    .map(each -> new DismissedSuggestion(survivor, each))
                    .forEach(each ->
                            latest.merge(List.of(survivor, each.dismissal().kind()), each, SuggestionService::later));
        }
        return latest.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** Whether a person did something new, so that a dismissal does not hold any more. */
    public boolean isOutdated(BrandKey brand, KnownPerson person, SuggestionDismissal dismissal) {
        if (!ABOUT_DEEDS.contains(dismissal.kind())) {
            return false;
        }
        var newest = evidence.findLatest(brand, person);
        return newest != null && (dismissal.upTo() == null || newest.isAfter(dismissal.upTo()));
    }

    /**
     * Dismisses a suggestion about a person. One that is dismissed already, and still would be, stays as it is.
     *
     * @param person the person; the dismissal is about the survivor of a merge
     * @throws DecisionRejectedException with the reason
     */
    public SavedSuggestion dismiss(BrandKey brand, UUID person, SuggestionCommand command) {
        recorder.requireReady();
        return recorder.repeatIfOvertaken(() -> {
            var survivor = recorder.requireKnown(brand, person);
            var upTo = evidence.findLatest(brand, directory.find(brand, survivor));
            var states = recorder.find(brand, survivor);
            return states.stream()
                    .flatMap(state -> state.dismissals().stream())
                    .filter(each -> each.kind() == command.kind()
                            && each.isOpen(command.at())
                            && Objects.equals(each.upTo(), upTo))
                    .findFirst()
                    .map(known -> new SavedSuggestion(new DismissedSuggestion(survivor, known), true))
                    .orElseGet(() -> save(brand, survivor, dismissal(command, upTo), states));
        });
    }

    private SavedSuggestion save(
            BrandKey brand, UUID survivor, SuggestionDismissal dismissal, List<PersonSuggestions> states) {
        var stored =
                states.stream().filter(state -> state.person().equals(survivor)).findFirst();
        var all = new ArrayList<>(stored.map(PersonSuggestions::dismissals).orElse(List.of()));
        all.add(dismissal);
        var version = stored.map(PersonSuggestions::version).orElse(0L) + 1;
        var next = state(brand, survivor, all, version, dismissal.at());
        return new SavedSuggestion(
                new DismissedSuggestion(survivor, dismissal), recorder.saveAndPublish(brand, survivor, next));
    }

    private static SuggestionDismissal dismissal(SuggestionCommand command, @Nullable Instant upTo) {
        var until = command.at().plus(Duration.ofDays(DAYS));
        return new SuggestionDismissal(command.kind(), command.reason(), command.by(), command.at(), until, upTo, null);
    }

    /**
     * Undoes the dismissal of a suggestion about a person and everyone merged into them.
     *
     * @throws DecisionRejectedException with the reason, {@code UNKNOWN} if it is not dismissed
     */
    public SavedSuggestion undo(BrandKey brand, UUID person, SuggestionKind kind, SuggestionUndoing undoing) {
        recorder.requireReady();
        return recorder.repeatIfOvertaken(() -> {
            var survivor = recorder.requireKnown(brand, person);
            var undone = new ArrayList<SavedSuggestion>();
            for (var state : recorder.find(brand, survivor)) {
                var open = state.dismissals().stream()
                        .filter(each -> each.kind() == kind && each.isOpen(undoing.at()))
                        .toList();
                if (!open.isEmpty()) {
                    var isPublished = saveUndone(brand, state, open, undoing);
                    open.forEach(each -> undone.add(
                            new SavedSuggestion(new DismissedSuggestion(survivor, each.undo(undoing)), isPublished)));
                }
            }
            return undone.stream()
                    .reduce((one, other) -> new SavedSuggestion(
                            later(one.saved(), other.saved()), one.published() && other.published()))
                    .orElseThrow(() -> new DecisionRejectedException(DecisionRejection.UNKNOWN));
        });
    }

    private boolean saveUndone(
            BrandKey brand, PersonSuggestions state, List<SuggestionDismissal> open, SuggestionUndoing undoing) {
        var all = state.dismissals().stream()
                .map(each -> open.contains(each) ? each.undo(undoing) : each)
                .toList();
        var next = state(brand, state.person(), all, state.version() + 1, undoing.at());
        return recorder.saveAndPublish(brand, state.person(), next);
    }

    private static DismissedSuggestion later(DismissedSuggestion one, DismissedSuggestion other) {
        return one.dismissal().at().isBefore(other.dismissal().at()) ? other : one;
    }

    private static PersonSuggestions state(
            BrandKey brand, UUID person, List<SuggestionDismissal> all, long version, Instant at) {
        return PersonSuggestionsBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .dismissals(all.stream()
                        .skip(Math.max(0, all.size() - MAX_DISMISSALS))
                        .toList())
                .openUntil(all.stream()
                        .filter(each -> each.undone() == null)
                        .map(SuggestionDismissal::until)
                        .max(Instant::compareTo)
                        .orElse(null))
                .version(version)
                .at(at)
                .build();
    }
}
