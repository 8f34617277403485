package io.rapport.identity.web;

import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.Family;
import io.rapport.identity.domain.Reviews.Item;
import io.rapport.web.pages.PageText;

/** Writes suggestions down for people to read. */
final class ReviewCards {

    private final Directory directory;

    ReviewCards(Directory directory) {
        this.directory = directory;
    }

    ReviewCard of(Item item) {
        var review = item.review();
        var bars = EvidenceBar.of(review);
        return new ReviewCard(
                review.id(),
                Places.cursor(review).encoded(),
                Shown.percent(review.probability()),
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

    private ReviewSide side(Family family) {
        return ReviewSide.of(family, directory.rows(family));
    }
}
