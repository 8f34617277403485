package io.rapport.identity.web.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.display.BrandPageFactory;
import io.rapport.identity.web.display.BrandPaths;
import io.rapport.identity.web.display.PersonCard;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.servlet.ModelAndView;

/** Builds the pages of people: search results, and a person with handles, history and merge candidates. */
public final class PersonPageBuilder {

    private static final int PAGE_SIZE = 20;
    private static final int MAX_DECISIONS = 100;
    private static final int MAX_LENGTH = 200;

    private final BrandPageFactory pages;
    private final FamilyDirectory directory;
    private final PersonSearch search;
    private final DecisionNoticeBuilder notices;

    public PersonPageBuilder(
            BrandPageFactory pages, FamilyDirectory directory, PersonSearch search, DecisionNoticeBuilder notices) {
        this.pages = pages;
        this.directory = directory;
        this.search = search;
        this.notices = notices;
    }

    /** The requested person. */
    record PersonPageRequest(BrandKey brand, UUID person, Caller caller) {

        PersonKey key() {
            return new PersonKey(brand, person);
        }
    }

    /** Builds a page of search results with the cursor of the next page. */
    ModelAndView people(BrandKey brand, Caller caller, String query, String after) {
        var found = find(brand, query, after, PAGE_SIZE + 1);
        return pages.create("people", brand, caller)
                .addObject("q", query)
                .addObject("people", found.stream().limit(PAGE_SIZE).toList())
                .addObject(
                        "next",
                        found.size() > PAGE_SIZE ? found.get(PAGE_SIZE - 1).id() : null);
    }

    /** Builds a person's page with the notice about the last decisions and the search results for a merge. */
    ModelAndView person(
            PersonPageRequest requested, List<DecisionReference> decided, String query, List<String> refused) {
        var family = directory
                .find(requested.key())
                .orElseThrow(() -> Problem.notFound().asException());
        var id = family.person().person();
        var candidates = query.isBlank() ? List.<PersonCard>of() : find(requested.brand(), query, "", PAGE_SIZE + 1);
        var names = DecisionNames.of(family, directory);
        return pages.create("person", requested.brand(), requested.caller())
                .addObject("id", id)
                .addObject("path", BrandPaths.people(requested.brand()) + "/" + id)
                .addObject("relationshipPath", BrandPaths.relationship(requested.brand(), id))
                .addObject("was", !requested.person().equals(id))
                .addObject("side", PersonCard.of(family, directory.findClientRows(family)))
                .addObject("since", PageText.time(family.person().since()))
                .addObject("handles", handles(family))
                .addObject("apart", distinctPeople(family, names))
                .addObject("history", history(family, names))
                .addObject("q", query)
                .addObject(
                        "others",
                        candidates.stream()
                                .filter(each -> !each.id().equals(id))
                                .toList())
                .addObject("cursor", null)
                .addObject("notice", notices.of(requested.brand(), decided, refused));
    }

    private List<PersonCard> find(BrandKey brand, String query, String after, int limit) {
        if (query.length() > MAX_LENGTH) {
            throw Problem.invalid("q", "q is at most " + MAX_LENGTH + " characters.")
                    .asException();
        }
        var keys = search.find(brand, query.strip(), after, limit).stream()
                .map(PersonKey::of)
                .toList();
        var families = directory.find(keys);
        return keys.stream()
                .map(families::get)
                .filter(Objects::nonNull)
                .map(family -> PersonCard.of(family, List.of()))
                .toList();
    }

    private static List<AssignedHandleRow> handles(PersonFamily family) {
        return family.handles().stream()
                .sorted(Comparator.comparing(HandleAssigned::since)
                        .thenComparing(handle -> handle.handleKey().key()))
                .map(AssignedHandleRow::of)
                .toList();
    }

    /** Returns the people declared distinct from this one. */
    private static List<Map.Entry<UUID, String>> distinctPeople(PersonFamily family, DecisionNames names) {
        return family.members().stream()
                .flatMap(each -> each.state().distinctFrom().stream())
                .distinct()
                .map(id -> Map.entry(id, names.person(id)))
                .toList();
    }

    private static List<DecisionHistoryRow> history(PersonFamily family, DecisionNames names) {
        var decisionsById = new LinkedHashMap<UUID, Decision>();
        for (var each : family.members()) {
            each.state().decisions().stream()
                    .filter(decision -> decision.other() != null || each.equals(family.head()))
                    .forEach(decision -> decisionsById.putIfAbsent(decision.id(), decision));
        }
        var undone = decisionsById.values().stream()
                .map(Decision::undoes)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var newestFirst = new ArrayList<>(decisionsById.values());
        newestFirst.sort(Comparator.comparing(Decision::at).reversed());
        return newestFirst.stream()
                .limit(MAX_DECISIONS)
                .map(decision -> DecisionHistoryRow.of(
                        family.person().person(), decision, names, undone.contains(decision.id())))
                .toList();
    }
}
