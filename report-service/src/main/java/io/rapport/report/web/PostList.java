package io.rapport.report.web;

import io.rapport.report.domain.ContentReport.Place;
import io.rapport.report.domain.ContentReport.Post;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Lists posts by pages. */
final class PostList {

    private static final String ORDER = "-resonance";

    private PostList() {}

    static CursorPage<Post> page(List<Post> posts, PageRequest paging) {
        var cursor = paging.after();
        var from = cursor == null ? posts.stream() : posts.stream().filter(isAfter(place(cursor)));
        return CursorPage.of(from.limit(paging.limit() + 1L).toList(), paging.limit(), PostList::cursor);
    }

    private static Predicate<Post> isAfter(Place place) {
        return post -> post.place().compareTo(place) > 0;
    }

    private static Place place(Cursor cursor) {
        return new Place(
                cursor.number(ORDER, 0),
                Instant.parse(cursor.text(ORDER, 1)),
                cursor.text(ORDER, 2),
                cursor.text(ORDER, 3));
    }

    private static Cursor cursor(Post last) {
        var place = last.place();
        return Cursor.of(ORDER, place.resonance(), place.postedAt(), place.channel(), place.post());
    }
}
