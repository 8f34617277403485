package io.rapport.identity.web.decision;

import io.rapport.identity.web.display.DisplayFormat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what was decided, as it is stored: an address cannot make it say anything else. */
public final class DecisionNoticeBuilder {

    private final FamilyDirectory directory;

    public DecisionNoticeBuilder(FamilyDirectory directory) {
        this.directory = directory;
    }

    /** A decision that was found, with what it says. */
    private record NotedDecision(DecisionReference noted, String sentence, boolean undone, Decision decision) {}

    public DecisionNotice of(BrandKey brand, List<DecisionReference> noted, List<String> refused) {
        var told = noted.stream().flatMap(each -> find(brand, each).stream()).toList();
        var undo = told.stream()
                .filter(each -> !each.undone())
                .map(each -> each.noted().text())
                .toList();
        return new DecisionNotice(
                summary(told, undo.size()),
                refused,
                undo,
                told.stream().map(each -> each.noted().text()).toList());
    }

    /** What these people are called, within a sentence. */
    public String names(List<PersonKey> people) {
        var found = directory.find(people);
        return people.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(DisplayFormat::name)
                .map(DisplayFormat::quoted)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** Which two a decision was about. */
    public Optional<UUID> otherPerson(BrandKey brand, DecisionReference noted) {
        return find(brand, noted).map(told -> told.decision().other());
    }

    private static String summary(List<NotedDecision> told, int standing) {
        if (told.size() == 1) {
            var only = told.get(0);
            return (only.undone() ? "Taken back: " : "") + only.sentence();
        }
        var undone = told.size() - standing;
        return (standing > 0 ? standing + " suggestions decided. " : "")
                + (undone > 0 ? undone + " decisions taken back." : "");
    }

    private Optional<NotedDecision> find(BrandKey brand, DecisionReference noted) {
        return directory.find(new PersonKey(brand, noted.person())).flatMap(family -> find(brand, family, noted));
    }

    private Optional<NotedDecision> find(BrandKey brand, PersonFamily family, DecisionReference noted) {
        var all = family.members().stream()
                .map(StoredPerson::state)
                .flatMap(person -> person.decisions().stream())
                .toList();
        var undone = all.stream().anyMatch(each -> noted.decision().equals(each.undoes()));
        return all.stream()
                .filter(each -> each.id().equals(noted.decision()) && each.other() != null)
                .findFirst()
                .map(each -> new NotedDecision(noted, sentence(brand, family, each), undone, each));
    }

    private String sentence(BrandKey brand, PersonFamily family, Decision decision) {
        var one = DisplayFormat.quoted(DisplayFormat.name(family));
        var two = otherPerson(brand, family, decision.other());
        return switch (decision.type()) {
            case "MERGED", "JOINED" -> one + " and " + two + " are one person.";
            case "DISTINCT", "SPLIT" -> one + " and " + two + " are two people.";
            case "LIFTED" -> one + " and " + two + " may be one person after all.";
            default -> "something about " + one + " and " + two + ".";
        };
    }

    private String otherPerson(BrandKey brand, PersonFamily family, @Nullable UUID other) {
        return family.mergedMembers().stream()
                .map(StoredPerson::state)
                .filter(person -> person.person().equals(other) && person.name() != null)
                .map(person -> DisplayFormat.quoted(String.valueOf(person.name())))
                .findFirst()
                .or(() -> Optional.ofNullable(other)
                        .flatMap(id -> directory.find(new PersonKey(brand, id)))
                        .filter(found ->
                                !found.head().key().equals(family.head().key()))
                        .map(found -> DisplayFormat.quoted(DisplayFormat.name(found))))
                .orElse("somebody without a name");
    }
}
