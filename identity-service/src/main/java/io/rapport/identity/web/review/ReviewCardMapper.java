package io.rapport.identity.web.review;

import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.review.ReviewQueue.ReviewItem;
import io.rapport.identity.web.display.DisplayFormat;
import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.EvidenceText;
import io.rapport.identity.web.display.PersonCard;

/** Maps reviews to cards. */
public final class ReviewCardMapper {

    private final FamilyDirectory directory;

    public ReviewCardMapper(FamilyDirectory directory) {
        this.directory = directory;
    }

    ReviewCard of(ReviewItem item) {
        var review = item.review();
        var bars = EvidenceBar.of(review);
        return new ReviewCard(
                review.id(),
                ReviewCursors.cursor(review).encoded(),
                DisplayFormat.percent(review.probability()),
                side(item.one()),
                side(item.two()),
                bars,
                review.contradictions().stream().map(EvidenceText::of).toList(),
                bars.stream()
                        .filter(EvidenceBar::isFound)
                        .findFirst()
                        .map(bar -> bar.what() + ": " + bar.says())
                        .orElse(""));
    }

    private PersonCard side(PersonFamily family) {
        return PersonCard.of(family, directory.findClientRows(family));
    }
}
