package io.rapport.report.content;

import io.rapport.report.domain.content.ContentReport.ChannelPost;
import io.rapport.report.domain.content.ContentReport.PostPosition;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Keyset paging of posts. */
final class PostPager {

    private static final String ORDER = "-resonance";

    private PostPager() {}

    static CursorPage<ChannelPost> page(List<ChannelPost> posts, PageRequest paging) {
        var cursor = paging.after();
        var from = cursor == null ? posts.stream() : posts.stream().filter(isAfter(position(cursor)));
        return CursorPage.of(from.limit(paging.limit() + 1L).toList(), paging.limit(), PostPager::cursor);
    }

    private static Predicate<ChannelPost> isAfter(PostPosition position) {
        return post -> post.position().compareTo(position) > 0;
    }

    private static PostPosition position(Cursor cursor) {
        return new PostPosition(
                cursor.number(ORDER, 0),
                Instant.parse(cursor.text(ORDER, 1)),
                cursor.text(ORDER, 2),
                cursor.text(ORDER, 3));
    }

    private static Cursor cursor(ChannelPost last) {
        var position = last.position();
        return Cursor.of(ORDER, position.resonance(), position.postedAt(), position.channel(), position.post());
    }
}
