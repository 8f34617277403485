package io.rapport.identity.web.review;

import io.rapport.identity.web.display.DisplayFormat;
import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.PersonCard;

import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.Family;
import io.rapport.identity.domain.Reviews.Item;
import io.rapport.web.pages.PageText;

/** Writes suggestions down for people to read. */
public final class ReviewCardMapper {

    private final Directory directory;

    public ReviewCardMapper(Directory directory) {
        this.directory = directory;
    }

    ReviewCard of(Item item) {
        var review = item.review();
        var bars = EvidenceBar.of(review);
        return new ReviewCard(
                review.id(),
                ReviewCursors.cursor(review).encoded(),
                DisplayFormat.percent(review.probability()),
                side(item.one()),
                side(item.two()),
                bars,
                review.contradictions().stream().map(PageText::line).toList(),
                bars.stream()
                        .filter(EvidenceBar::isFound)
                        .findFirst()
                        .map(bar -> bar.what() + ": " + bar.says())
                        .orElse(""));
    }

    private PersonCard side(Family family) {
        return PersonCard.of(family, directory.rows(family));
    }
}
