package io.rapport.identity.web;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.Announcer.NotAnnounced;
import io.rapport.identity.domain.Decided;
import io.rapport.identity.domain.Decisions;
import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.PersonKey;
import io.rapport.identity.domain.Refused;
import io.rapport.identity.domain.Review;
import io.rapport.identity.domain.Reviews;
import io.rapport.identity.domain.Said;
import io.rapport.web.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Decides what the review pages ask for, one suggestion after the other, and tells what became of each. */
final class ReviewDesk {

    private static final String COMPARED = "Compared side by side on the review page";
    private static final String TAKEN_BACK = "Taken back on the review page";

    private final Reviews reviews;
    private final Decisions decisions;
    private final Directory directory;
    private final Notices notices;
    private final Saying saying;

    ReviewDesk(Reviews reviews, Decisions decisions, Directory directory, Saying saying) {
        this.notices = new Notices(directory);
        this.reviews = reviews;
        this.decisions = decisions;
        this.directory = directory;
        this.saying = saying;
    }

    /** What is decided about suggestions. */
    Outcome decide(BrandKey brand, List<UUID> ids, boolean accept, Said said) {
        var tally = new Tally();
        for (var id : ids) {
            tally.add(
                    () -> accept ? reviews.accept(brand, id, said) : reviews.reject(brand, id, said),
                    () -> names(brand, id));
        }
        return tally.outcome();
    }

    /** What was decided counts as never decided; the latest goes first, for later ones rest on earlier ones. */
    Outcome undo(BrandKey brand, List<Noted> noted, Said said) {
        var tally = new Tally();
        for (var i = noted.size() - 1; i >= 0; i--) {
            var each = noted.get(i);
            tally.add(() -> undo(brand, each, said), () -> names(Stream.of(new PersonKey(brand, each.person()))));
        }
        return new Outcome(noted, tally.refused, tally.status);
    }

    Said said(Caller caller, @Nullable String reason, boolean undoing) {
        var given = reason == null ? "" : reason.strip();
        return saying.said(caller, given.isEmpty() ? undoing ? TAKEN_BACK : COMPARED : given);
    }

    /** The suggestion about the two whom a decision is about. */
    Optional<UUID> reviewOf(BrandKey brand, Noted noted) {
        var one = new PersonKey(brand, noted.person());
        return notices.other(brand, noted)
                .map(other -> Review.Pair.of(one, new PersonKey(brand, other)).id());
    }

    private Decided undo(BrandKey brand, Noted noted, Said said) {
        var undone = decisions.undo(new PersonKey(brand, noted.person()), noted.decision(), said);
        saying.reconsider(List.of(undone.person(), new PersonKey(brand, undone.other())));
        return undone;
    }

    private String names(BrandKey brand, UUID review) {
        return reviews.suggested(brand, review)
                .map(Review::pair)
                .map(pair -> names(Stream.of(new PersonKey(brand, pair.one()), new PersonKey(brand, pair.two()))))
                .orElse("A suggestion");
    }

    private String names(Stream<PersonKey> people) {
        return people.flatMap(key -> directory.find(key).stream())
                .map(Shown::name)
                .map(Shown::quoted)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static final class Tally {
        private final List<Noted> done = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int status = HttpStatus.OK.value();

        void add(Supplier<Decided> decision, Supplier<String> about) {
            try {
                done.add(Noted.of(decision.get()));
            } catch (Refused e) {
                refuse(Answers.status(e), about.get() + ": " + why(e));
            } catch (NotAnnounced e) {
                refuse(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        about.get()
                                + ": what was decided about them before is still on its way. Decide again in a moment.");
            }
        }

        Outcome outcome() {
            return new Outcome(done, refused, status);
        }

        private void refuse(HttpStatus as, String sentence) {
            if (refused.isEmpty()) {
                status = as.value();
            }
            refused.add(sentence);
        }
    }

    private static String why(Refused refused) {
        var what =
                switch (refused.why()) {
                    case SAME_PERSON -> "somebody was faster, they are one person already.";
                    case DISTINCT -> "somebody was faster, they are two people.";
                    case CONFLICT -> "somebody decided something else about them at the same moment.";
                    case UNKNOWN_REVIEW -> "it was settled before.";
                    case ALREADY_UNDONE -> "it was taken back already.";
                    case NOT_LAST -> "something decided later rests on it. Take that back first.";
                    default -> String.valueOf(refused.getMessage());
                };
        return what
                + refused.because()
                        .map(before -> " It was %s, %s: %s"
                                .formatted(
                                        Shown.quoted(before.by()),
                                        Shown.time(before.at()),
                                        Shown.quoted(before.reason())))
                        .orElse("");
    }
}
