package io.rapport.ingest.source.blog;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressSourceTest {

    private final SourceRun run = SourceRun.of(new WordPressSource(), "blog.example");

    private static String comment(String fields) {
        return "{'id':934,'post':5,'parent':0,'author':0,'author_name':'Ann','author_url':'','date_gmt':'2026-01-01T00:00:00','content':{'rendered':'<p>Nice &amp; warm</p>'},'link':'https://blog.example/post/#comment-934','status':'approved','type':'comment'"
                + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    private static String event(String fields) {
        return "{'comment_id':'7','comment_data':{'comment_ID':'7','comment_post_ID':'5','comment_author':'Ann','comment_author_email':'ann@example.com','comment_author_url':'https://ann.example','comment_date_gmt':'2026-01-01 00:00:00','comment_content':'Nice','comment_approved':'1','comment_type':'','comment_parent':'0','user_id':'0'"
                + (fields.isEmpty() ? "" : ",") + fields + "}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `` | INBOUND COMMENT comment:blog.example:934 @blog.example null
        'parent':933 | INBOUND REPLY comment:blog.example:934 @blog.example null
        'author':12 | INBOUND COMMENT comment:blog.example:934 @blog.example blog.example:12
        'author_email':'ann@example.com' | INBOUND COMMENT comment:blog.example:934 @blog.example ann@example.com
        'author_url':'https://ann.example' | INBOUND COMMENT comment:blog.example:934 @blog.example https://ann.example
        'status':'spam' | INBOUND COMMENT comment:blog.example:934 @blog.example null r-1 withdrawn
        'status':'trash' | INBOUND COMMENT comment:blog.example:934 @blog.example null r-1 withdrawn
        'status':'hold' | ignored comment.hold
        'type':'review' | ignored review
        'type':'pingback','author_url':'https://www.news.example/a' | INBOUND CITATION comment:blog.example:934 @blog.example news.example
        'type':'trackback' | refused /author_url
        'author':4 | ignored comment.own
        'author_name':null | refused /author_name
        'date_gmt':'yesterday' | refused /date_gmt
        'status':null | refused /status
        'id':null | refused /id
        """)
    void mapsCommentsOfTheApi(String fields, String expected) {
        run.setting("authors", List.of(4));

        assertThat(run.lines(comment(fields))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `` | INBOUND COMMENT comment:blog.example:7 @blog.example ann@example.com r-1
        'comment_parent':'6' | INBOUND REPLY comment:blog.example:7 @blog.example ann@example.com r-1
        'comment_approved':'0' | ignored comment.hold
        'comment_approved':'spam' | INBOUND COMMENT comment:blog.example:7 @blog.example ann@example.com r-1 withdrawn
        'comment_approved':'post-trashed' | INBOUND COMMENT comment:blog.example:7 @blog.example ann@example.com r-1 withdrawn
        'comment_post_ID':null | refused /comment_data/comment_post_ID
        """)
    void mapsCommentsOfPlugins(String fields, String expected) {
        assertThat(run.lines(event(fields))).containsExactly(expected);
    }

    @Test
    void textIsPlainAndAVisitorIsKnownByName() {
        var comment = run.engagements(comment("")).get(0);

        assertThat(value(comment, "content.text")).isEqualTo("Nice & warm");
        assertThat(value(comment, "actor.name")).isEqualTo("Ann");
        assertThat(value(comment, "object.inReplyTo")).isEqualTo("blog.example/?p=5");
    }

    @Test
    void aReplyOfTheBrandHasARecipientInTheSameList() {
        run.setting("authors", List.of("4"));

        assertThat(run.lines("[" + comment("'author_email':'ann@example.com'") + ","
                        + comment("'id':935,'parent':934,'author':4,'author_name':'Kari'") + "]"))
                .containsExactly(
                        "INBOUND COMMENT comment:blog.example:934 @blog.example ann@example.com",
                        "OUTBOUND REPLY comment:blog.example:935 @blog.example ann@example.com");
    }

    @Test
    void aCommentOfAnotherBlogKeepsItsHost() {
        var two = SourceRun.of(new WordPressSource(), "blog.example", "other.example");

        assertThat(two.lines(comment("'link':'https://third.example/x'")))
                .containsExactly("INBOUND COMMENT comment:third.example:934 @third.example null");
        assertThat(two.lines(comment("'link':null"))).containsExactly("refused /link");
        assertThat(run.lines("'text'")).containsExactly("refused ");
    }
}
