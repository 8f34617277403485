package io.rapport.scoring.domain.day;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Selects one page of the people of a brand in one pass, in memory for that page only, and counts the people of the brand
 * by strength.
 */
public final class PeopleSelection {

    private final Criteria criteria;
    private final PriorityQueue<PersonDay> first;
    private final StrengthCounts strengths;
    private long count;

    /** Creates a selection. */
    public PeopleSelection(Criteria criteria) {
        this(criteria, new StrengthCounts());
    }

    /** Creates one of several selections from the same people; these are added to {@code strengths} once for all. */
    PeopleSelection(Criteria criteria, StrengthCounts strengths) {
        this.criteria = criteria;
        this.strengths = strengths;
        this.first = new PriorityQueue<>(criteria.order.reversed());
    }

    /**
     * What is selected.
     *
     * @param after position that the page begins after; null for the first page
     * @param limit largest number of people, 1 or more
     */
    public record Criteria(
            PersonDayFilter filter, PersonDayOrder order, PersonDayOrder.@Nullable Position after, int limit) {}

    /**
     * The selected people.
     *
     * @param count people that match the filter, on all pages
     * @param strengths number of people of the brand in each class of strength, see {@link StrengthCounts}
     * @param people the people of the page, in order
     */
    public record Page(long count, long[] strengths, List<PersonDay> people) {}

    /** Adds a person. */
    public void add(PersonDay day) {
        strengths.add(day.strength());
        select(day);
    }

    /** Selects a person who is among the people of the brand. */
    void select(PersonDay day) {
        if (criteria.filter.matches(day)) {
            count++;
            offer(day);
        }
    }

    /** Adds a page that was selected by the same criteria from other people. */
    public void add(Page page) {
        strengths.add(page.strengths);
        count += page.count;
        page.people.forEach(this::offer);
    }

    /** The page, without the people's places. */
    public Page page() {
        var people = new ArrayList<>(first);
        people.sort(criteria.order);
        return new Page(count, strengths.toArray(), List.copyOf(people));
    }

    /** The people of the page with their places among all people of the brand. */
    public List<PersonDay> ranked() {
        return page().people.stream()
                .map(day -> day.withTop(strengths.top(day.strength())))
                .toList();
    }

    /** Number of people of the brand. */
    public long people() {
        return strengths.people();
    }

    /** Number of people of the brand in each band of ten points of strength. */
    public List<Long> strengthBands() {
        return strengths.bands();
    }

    /** Number of people that match the filter. */
    public long count() {
        return count;
    }

    private void offer(PersonDay day) {
        if (criteria.after != null && !criteria.order.isAfter(day, criteria.after)) {
            return;
        }
        if (first.size() < criteria.limit) {
            first.add(day);
        } else if (criteria.order.compare(day, first.element()) < 0) {
            first.poll();
            first.add(day);
        }
    }
}
