package io.rapport.identity.web.person;

import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.display.PersonCard;
import io.rapport.identity.web.review.ReviewPageController;
import io.rapport.identity.web.review.ReviewSelectionRequest;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
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
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** Puts people on pages: those who fit some words, or one with handles, history and who else they may be. */
public final class PersonPageBuilder {

    private static final int FOUND = 20;
    private static final int DECISIONS = 100;
    private static final int LONGEST = 200;

    private final BrandCatalogue brands;
    private final FamilyDirectory directory;
    private final PersonSearch search;
    private final DecisionNoticeBuilder notices;

    public PersonPageBuilder(BrandCatalogue brands, FamilyDirectory directory, PersonSearch search, DecisionNoticeBuilder notices) {
        this.brands = brands;
        this.directory = directory;
        this.search = search;
        this.notices = notices;
    }

    /** Whom somebody wants to see. */
    record PersonPageRequest(BrandKey brand, UUID person, Caller caller) {

        PersonKey key() {
            return new PersonKey(brand, person);
        }
    }

    /** Where a brand's people are. */
    public static String path(BrandKey brand) {
        return "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/people";
    }

    /** People who fit the words, and where the next begin. */
    ModelAndView people(BrandKey brand, Caller caller, String words, String after) {
        var found = find(brand, words, after, FOUND + 1);
        return page("people", brand, caller)
                .addObject("q", words)
                .addObject("people", found.stream().limit(FOUND).toList())
                .addObject("next", found.size() > FOUND ? found.get(FOUND - 1).id() : null);
    }

    /** A person, with what was decided last, and others who fit the words. */
    ModelAndView person(PersonPageRequest asked, ReviewSelectionRequest wish, String words, List<String> refused) {
        var family =
                directory.find(asked.key()).orElseThrow(() -> Problem.notFound().asException());
        var id = family.person().person();
        var others = words.isBlank() ? List.<PersonCard>of() : find(asked.brand(), words, "", FOUND + 1);
        var known = DecisionNames.of(family, directory);
        return page("person", asked.brand(), asked.caller())
                .addObject("id", id)
                .addObject("path", path(asked.brand()) + "/" + id)
                .addObject("was", !asked.person().equals(id))
                .addObject("side", PersonCard.of(family, directory.findClientRows(family)))
                .addObject("since", PageText.time(family.person().since()))
                .addObject("handles", handles(family))
                .addObject("apart", distinctPeople(family, known))
                .addObject("history", history(family, known))
                .addObject("q", words)
                .addObject(
                        "others",
                        others.stream().filter(each -> !each.id().equals(id)).toList())
                .addObject("cursor", null)
                .addObject("notice", notices.of(asked.brand(), wish.decisions(), refused));
    }

    /** What stands around every page of a brand. */
    public ModelAndView page(String name, BrandKey brand, Caller caller) {
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(brands.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("peoplePath", path(brand))
                        .addAttribute("reviewPath", ReviewPageController.path(brand))
                        .addAttribute("mayDecide", caller.hasScope(Scope.ADMIN)));
    }

    private List<PersonCard> find(BrandKey brand, String words, String after, int limit) {
        if (words.length() > LONGEST) {
            throw Problem.invalid("q", "q is at most " + LONGEST + " characters.")
                    .asException();
        }
        var keys = search.find(brand, words.strip(), after, limit).stream()
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

    /** Whom they are said not to be. */
    private static List<Map.Entry<UUID, String>> distinctPeople(PersonFamily family, DecisionNames known) {
        return family.members().stream()
                .flatMap(each -> each.state().distinctFrom().stream())
                .distinct()
                .map(id -> Map.entry(id, known.person(id)))
                .toList();
    }

    private static List<DecisionHistoryRow> history(PersonFamily family, DecisionNames known) {
        var told = new LinkedHashMap<UUID, Decision>();
        for (var each : family.members()) {
            each.state().decisions().stream()
                    .filter(decision -> decision.other() != null || each.equals(family.head()))
                    .forEach(decision -> told.putIfAbsent(decision.id(), decision));
        }
        var undone = told.values().stream()
                .map(Decision::undoes)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var newestFirst = new ArrayList<>(told.values());
        newestFirst.sort(Comparator.comparing(Decision::at).reversed());
        return newestFirst.stream()
                .limit(DECISIONS)
                .map(decision ->
                        DecisionHistoryRow.of(family.person().person(), decision, known, undone.contains(decision.id())))
                .toList();
    }
}
