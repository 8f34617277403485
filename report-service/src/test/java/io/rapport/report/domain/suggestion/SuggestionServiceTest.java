package io.rapport.report.domain.suggestion;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.contracts.suggestion.SuggestionDismissal;
import io.rapport.contracts.suggestion.SuggestionKind;
import io.rapport.contracts.suggestion.SuggestionUndoing;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.PersonDecisionRecorder;
import io.rapport.report.domain.identity.MergedIdentityRepository;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.suggestion.SuggestionService.DismissedSuggestion;
import io.rapport.report.domain.suggestion.SuggestionService.SuggestionCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionServiceTest {

    private static final Instant AT = Instant.parse("2025-05-04T10:00:00Z");
    private static final Instant GAVE = AT.minusSeconds(500);
    private static final UUID ANNA = person("anna");

    private final MemorySuggestionRepository repository = new MemorySuggestionRepository();
    private final List<PersonSuggestions> published = new ArrayList<>();
    private final Set<UUID> erased = new HashSet<>();
    private final Map<UUID, Instant> latest = new HashMap<>(Map.of(ANNA, GAVE));
    private final PersonDirectory directory =
            new PersonDirectory(new MergedIdentityRepository(Map.of("former", "anna")));
    private final SuggestionService suggestions = service();

    @Test
    void dismissalHoldsForThirtyDaysAndKeepsWhoMadeIt() {
        var saved = suggestions.dismiss(ACME, ANNA, thank("ann", AT)).saved();

        assertThat(saved.dismissal())
                .isEqualTo(new SuggestionDismissal(
                        SuggestionKind.THANK, "Why", "ann", AT, AT.plus(Duration.ofDays(30)), GAVE, null));
        assertThat(suggestions.findOpen(ACME, AT.plus(Duration.ofDays(30)).minusMillis(1)))
                .containsExactly(saved);
        assertThat(suggestions.findOpen(ACME, AT.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(published)
                .singleElement()
                .satisfies(state -> assertThat(state.openUntil()).isEqualTo(AT.plus(Duration.ofDays(30))));
    }

    @ParameterizedTest
    @CsvSource({"THANK, true", "DRIFTING, true", "CAME_BACK, false", "INTRODUCE, false"})
    void suggestionAboutDeedsReturnsWithTheNextOne(SuggestionKind kind, boolean isOutdated) {
        var dismissal = suggestions
                .dismiss(ACME, ANNA, new SuggestionCommand(kind, null, "ann", AT))
                .saved()
                .dismissal();
        assertThat(suggestions.isOutdated(ACME, directory.find(ACME, ANNA), dismissal))
                .isFalse();

        latest.put(ANNA, GAVE.plusMillis(1));

        assertThat(suggestions.isOutdated(ACME, directory.find(ACME, ANNA), dismissal))
                .isEqualTo(isOutdated);
    }

    @Test
    void suggestionIsDismissedOnceUntilThereIsNewEvidence() {
        var first = suggestions.dismiss(ACME, ANNA, thank("ann", AT));
        assertThat(suggestions.dismiss(ACME, ANNA, thank("bob", AT.plusSeconds(1))))
                .isEqualTo(first);

        latest.put(ANNA, AT);

        var second = suggestions.dismiss(ACME, ANNA, thank("bob", AT.plusSeconds(2)));
        assertThat(second.saved().dismissal().by()).isEqualTo("bob");
        assertThat(suggestions.findOpen(ACME, AT.plusSeconds(3))).containsExactly(second.saved());
        assertThat(published).hasSize(2);
    }

    @Test
    void undoneDismissalIsKeptAndHoldsNoMore() {
        suggestions.dismiss(ACME, ANNA, thank("ann", AT));
        suggestions.dismiss(ACME, ANNA, new SuggestionCommand(SuggestionKind.CAME_BACK, null, "ann", AT));
        var undoing = new SuggestionUndoing("bob", AT.plusSeconds(9));

        var undone = suggestions.undo(ACME, ANNA, SuggestionKind.THANK, undoing);

        assertThat(undone.saved().dismissal().undone()).isEqualTo(undoing);
        assertThat(suggestions.findOpen(ACME, AT.plusSeconds(10)))
                .extracting(each -> each.dismissal().kind())
                .containsExactly(SuggestionKind.CAME_BACK);
        assertThat(repository.find(ACME, List.of(ANNA)).get(0).dismissals()).hasSize(2);
        assertThatThrownBy(() -> suggestions.undo(ACME, ANNA, SuggestionKind.THANK, undoing))
                .hasMessage("UNKNOWN");
    }

    @Test
    void mergedPersonsKeepTheirDismissals() {
        var former = state("former", SuggestionKind.THANK);
        repository.saveNewer(List.of(former));
        suggestions.dismiss(ACME, person("former"), new SuggestionCommand(SuggestionKind.DRIFTING, null, "ann", AT));

        assertThat(suggestions.findOpen(ACME, AT))
                .allMatch(each -> each.person().equals(ANNA))
                .extracting(each -> each.dismissal().kind())
                .containsExactlyInAnyOrder(SuggestionKind.THANK, SuggestionKind.DRIFTING);

        suggestions.undo(ACME, ANNA, SuggestionKind.THANK, new SuggestionUndoing("bob", AT));
        assertThat(suggestions.findOpen(ACME, AT))
                .extracting(each -> each.dismissal().kind())
                .containsExactly(SuggestionKind.DRIFTING);
    }

    @Test
    void ofAPersonAndKindTheLatestDismissalIsShown() {
        repository.saveNewer(List.of(state("former", SuggestionKind.THANK)));
        latest.put(ANNA, AT);
        var later = suggestions.dismiss(ACME, ANNA, thank("bob", AT.plusSeconds(5)));

        assertThat(suggestions.findOpen(ACME, AT.plusSeconds(6)))
                .extracting(DismissedSuggestion::dismissal)
                .containsExactly(later.saved().dismissal());
    }

    @Test
    void twoUsersAtOnceBothDismiss() {
        repository.beforeNextSave(
                () -> service().dismiss(ACME, ANNA, new SuggestionCommand(SuggestionKind.CAME_BACK, null, "bob", AT)));

        suggestions.dismiss(ACME, ANNA, thank("ann", AT));

        assertThat(suggestions.findOpen(ACME, AT)).hasSize(2);
        assertThat(published).extracting(PersonSuggestions::version).containsExactly(1L, 2L);
    }

    @Test
    void oldDismissalsAreDropped() {
        for (var i = 0; i < 60; i++) {
            latest.put(ANNA, AT.plusSeconds(i));
            suggestions.dismiss(ACME, ANNA, thank("ann", AT.plusSeconds(i)));
        }

        assertThat(repository.find(ACME, List.of(ANNA)).get(0).dismissals())
                .hasSize(50)
                .last()
                .satisfies(last -> assertThat(last.at()).isEqualTo(AT.plusSeconds(59)));
    }

    @Test
    void nothingIsKeptOfAPersonWhoIsErasedMeanwhile() {
        repository.beforeNextSave(() -> erased.add(ANNA));

        assertThatThrownBy(() -> suggestions.dismiss(ACME, ANNA, thank("ann", AT)))
                .hasMessage("UNKNOWN");
        assertThat(repository.find(ACME, List.of(ANNA))).isEmpty();
        assertThat(published).isEmpty();
    }

    private SuggestionService service() {
        var recorder = new DecisionRecorder<PersonSuggestions>(() -> true, repository::saveNextVersion, published::add);
        return new SuggestionService(
                repository,
                (brand, person) -> latest.get(person.person()),
                directory,
                new PersonDecisionRecorder<>(
                        repository, directory, (brand, person) -> erased.contains(person), recorder));
    }

    private static SuggestionCommand thank(String by, Instant at) {
        return new SuggestionCommand(SuggestionKind.THANK, "Why", by, at);
    }

    private static PersonSuggestions state(String name, SuggestionKind kind) {
        var until = AT.plusSeconds(99);
        var dismissal = new SuggestionDismissal(kind, null, "old", AT.minusSeconds(9), until, GAVE, null);
        return new PersonSuggestions("north", "acme", person(name), List.of(dismissal), until, 1, AT);
    }
}
