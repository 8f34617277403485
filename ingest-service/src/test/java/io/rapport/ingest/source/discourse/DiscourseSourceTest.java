package io.rapport.ingest.source.discourse;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscourseSourceTest {

    private static SourceRun run(String event) {
        return SourceRun.of(new DiscourseSource(), "forum.example")
                .header("x-discourse-event", event)
                .header("x-discourse-instance", "https://Forum.example");
    }

    private static String post(String fields) {
        return ("{'post':{'id':9,'topic_id':3,'user_id':5,'username':'ann','raw':'Hi','created_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:01:00Z',"
                + fields + "}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        post_created | 'post_number':1 | INBOUND MENTION post:forum.example:9 @forum.example forum.example:5 r1767225660000
        post_created | 'post_number':2 | INBOUND COMMENT post:forum.example:9 @forum.example forum.example:5 r1767225660000
        post_created | 'post_number':3,'reply_to_post_number':2 | INBOUND REPLY post:forum.example:9 @forum.example forum.example:5 r1767225660000
        post_created | 'post_number':1,'topic_archetype':'private_message' | INBOUND MESSAGE post:forum.example:9 @forum.example forum.example:5 r1767225660000
        post_edited | 'post_number':2 | INBOUND COMMENT post:forum.example:9 @forum.example forum.example:5 r1767225660000
        post_edited | 'post_number':2,'hidden':true | INBOUND COMMENT post:forum.example:9 @forum.example forum.example:5 r1767225660000 withdrawn
        post_destroyed | 'post_number':2,'deleted_at':'2026-01-01T00:02:00Z' | INBOUND COMMENT post:forum.example:9 @forum.example forum.example:5 r1767225720000 withdrawn
        post_destroyed | 'post_number':2 | INBOUND COMMENT post:forum.example:9 @forum.example forum.example:5 r-1 withdrawn
        post_recovered | 'post_number':2 | INBOUND COMMENT post:forum.example:9 @forum.example forum.example:5 r-1
        post_created | 'post_number':2,'staff':true,'reply_to_user':{'id':6,'username':'bo'} | OUTBOUND REPLY post:forum.example:9 @forum.example forum.example:6 r1767225660000
        post_created | 'post_number':1,'staff':true | OUTBOUND POST post:forum.example:9 @forum.example forum.example r1767225660000
        post_created | 'post_number':2,'staff':true | ignored post_created.own
        topic_created | 'post_number':1 | ignored topic_created
        """)
    void mapsPosts(String event, String fields, String expected) {
        assertThat(run(event).lines(post(fields))).containsExactly(expected);
    }

    @Test
    void aLikeIsAReaction() {
        assertThat(run("post_liked")
                        .lines("{'like':{'post':{'id':9,'user_id':5},'user':{'id':6,'username':'bo','name':'Bo'}}}"))
                .containsExactly("INBOUND REACTION like:forum.example:9:6 @forum.example forum.example:6");
        assertThat(run("post_liked")
                        .lines("{'like':{'post':{'id':9,'user_id':5,'username':'ann'},'user':{'id':1,'admin':true}}}"))
                .containsExactly("OUTBOUND REACTION like:forum.example:9:1 @forum.example forum.example:5");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(run("post_created").lines("{'topic':{}}")).containsExactly("refused /post");
        assertThat(run("post_created").lines("{'post':{'id':9}}")).containsExactly("refused /post/user_id");
        assertThat(SourceRun.of(new DiscourseSource()).lines("{}")).containsExactly("refused ");
        assertThat(run("ping").lines("{'ping':'OK'}")).containsExactly("ignored ping");
    }

    @Test
    void repliesLeadToTheFirstPostOfTheirTopic() {
        var reply = run("post_created")
                .engagements(post("'post_number':3,'reply_to_post_number':2"))
                .get(0);
        var first = run("post_created").engagements(post("'post_number':1")).get(0);

        assertThat(value(reply, "object.conversation")).isEqualTo(value(first, "object.id"));
        assertThat(value(reply, "content.text")).isEqualTo("Hi");
    }
}
