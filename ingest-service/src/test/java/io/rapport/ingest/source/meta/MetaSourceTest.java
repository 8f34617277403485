package io.rapport.ingest.source.meta;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaSourceTest {

    private final SourceRun run = SourceRun.of(new MetaSource(), "100");

    private static String feed(String value) {
        return change("feed", value);
    }

    private static String change(String field, String value) {
        return "{'object': 'page', 'entry': [{'id': '100', 'time': 1767225660, 'changes': [{'field': '%s', 'value': %s}]}]}"
                .formatted(field, value);
    }

    private static String message(String object, String event) {
        return "{'object': '%s', 'entry': [{'id': 100, 'time': 1767225660000, 'messaging': [%s]}]}"
                .formatted(object, event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'item':'comment','verb':'add','comment_id':'7_8','post_id':'100_7','parent_id':'100_7','from':{'id':'55','name':'Ann'},'created_time':1767225600} | INBOUND COMMENT comment:7_8 @100 100:55 r1767225600000
        {'item':'comment','verb':'add','comment_id':'7_9','post_id':'100_7','parent_id':'7_8','sender_id':55,'created_time':1767225600} | INBOUND REPLY comment:7_9 @100 100:55 r1767225600000
        {'item':'comment','verb':'edited','comment_id':'7_8','post_id':'100_7','parent_id':'100_7','from':{'id':'55'},'created_time':1767225600} | INBOUND COMMENT comment:7_8 @100 100:55 r1767225660001
        {'item':'comment','verb':'hide','comment_id':'7_8','post_id':'100_7','from':{'id':'55'}} | INBOUND COMMENT comment:7_8 @100 100:55 r1767225660003 withdrawn
        {'item':'comment','verb':'unhide','comment_id':'7_8','post_id':'100_7','from':{'id':'55'}} | INBOUND COMMENT comment:7_8 @100 100:55 r1767225660002
        {'item':'comment','verb':'remove','comment_id':'7_8','post_id':'100_7','from':{'id':'55'}} | INBOUND COMMENT comment:7_8 @100 100:55 r1767225660004 withdrawn
        {'item':'comment','verb':'add','comment_id':'7_8','post_id':'100_7','from':{'id':'100'}} | ignored feed.comment.own
        {'item':'comment','verb':'add','comment_id':'7_8','post_id':'100_7'} | refused /entry/0/changes/0/value/from
        {'item':'comment','verb':'add','from':{'id':'55'}} | refused /entry/0/changes/0/value/comment_id
        {'item':'reaction','verb':'add','post_id':'100_7','reaction_type':'love','from':{'id':'55'},'created_time':1767225600} | INBOUND REACTION reaction:100_7:55 @100 100:55 r1767225600000
        {'item':'reaction','verb':'remove','post_id':'100_7','reaction_type':'love','from':{'id':'55'},'created_time':1767225600} | INBOUND REACTION reaction:100_7:55 @100 100:55 r1767225660004 withdrawn
        {'item':'reaction','verb':'add','post_id':'100_7','comment_id':'7_8','from':{'id':'55'},'created_time':1767225600} | INBOUND REACTION reaction:7_8:55 @100 100:55 r1767225600000
        {'item':'like','verb':'add','post_id':'100_7','sender_id':55,'created_time':1767225600} | INBOUND REACTION reaction:100_7:55 @100 100:55 r1767225600000
        {'item':'like','verb':'add','user_id':55} | INBOUND FOLLOW follow:55 @100 100:55 r1767225660000
        {'item':'like','verb':'remove','user_id':55} | INBOUND FOLLOW follow:55 @100 100:55 r1767225660004 withdrawn
        {'item':'status','verb':'add','post_id':'100_7','from':{'id':'100'},'created_time':1767225600,'published':1} | OUTBOUND POST post:100_7 @100 100 r1767225600000
        {'item':'photo','verb':'add','post_id':'100_7','sender_id':100,'created_time':1767225600,'published':0} | ignored feed.photo.unpublished
        {'item':'event','verb':'add','post_id':'100_7','created_time':1767225600} | OUTBOUND POST post:100_7 @100 100 r1767225600000
        {'item':'post','verb':'add','post_id':'100_7','from':{'id':'55'},'message':'Hello'} | INBOUND MENTION post:100_7 @100 100:55 r1767225660000
        {'item':'post','verb':'hide','post_id':'100_7','from':{'id':'55'}} | INBOUND MENTION post:100_7 @100 100:55 r1767225660003 withdrawn
        {'item':'share','verb':'add','share_id':9,'post_id':'55_9','parent_id':'100_7','from':{'id':'55'},'created_time':1767225600} | INBOUND SHARE post:55_9 @100 100:55 r1767225600000
        {'item':'video','verb':'block','video_id':'9'} | ignored feed.video.block
        {'item':'poll','verb':'add'} | ignored feed.poll.add
        {'verb':'add'} | refused /entry/0/changes/0/value/item
        'text' | refused /entry/0/changes/0/value
        """)
    void mapsTheFeedOfAPage(String value, String expected) {
        assertThat(run.lines(feed(value))).containsExactly(expected);
    }

    @Test
    void reactionsToABoostedPostAndThePostArePaidAndCommentsAreNot() {
        var boosted = ",'created_time':1767225600,'post_id':'100_7','post':{'id':'100_7','promotion_status':'active'}}";
        var found = Stream.of(
                        "{'item':'reaction','verb':'add','from':{'id':'55'}" + boosted,
                        "{'item':'status','verb':'edited','from':{'id':'100'}" + boosted,
                        "{'item':'comment','verb':'add','comment_id':'7_8','from':{'id':'55'}" + boosted,
                        "{'item':'reaction','verb':'add','post_id':'100_7','ad_id':'9','from':{'id':'55'}}",
                        "{'item':'reaction','verb':'add','from':{'id':'55'}" + boosted.replace("active", "inactive"))
                .map(change -> run.engagements(feed(change)).get(0))
                .map(each -> value(each, "content.paid"));

        assertThat(found).containsExactly(true, true, null, true, null);
    }

    @Test
    void aRatingIsAReviewAndItsRemovalWithdrawsIt() {
        var added = run.map(
                change(
                        "ratings",
                        "{'item':'rating','verb':'add','open_graph_story_id':77,'reviewer_id':55,'reviewer_name':'Ann','rating':4,'review_text':'Fine','created_time':1767225600}"));
        var removed = run.lines(
                change("ratings", "{'item':'rating','verb':'remove','open_graph_story_id':77,'reviewer_id':55}"));

        assertThat(added.items())
                .map(SourceRun::line)
                .containsExactly("INBOUND REVIEW rating:77 @100 100:55 r1767225600000");
        var engagement = added.mapped().findFirst().orElseThrow().engagement();
        assertThat(value(engagement, "content.rating")).isEqualTo(4);
        assertThat(value(engagement, "content.text")).isEqualTo("Fine");
        assertThat(removed).containsExactly("INBOUND REVIEW rating:77 @100 100:55 r1767225660004 withdrawn");
    }

    @Test
    void aMentionIsAMentionWhereverItStands() {
        assertThat(run.lines(change(
                        "mention", "{'item':'post','verb':'add','post_id':'44_4','sender_id':44,'sender_name':'Bo'}")))
                .containsExactly("INBOUND MENTION post:44_4 @100 100:44 r1767225660000");
        assertThat(run.lines(change("mention", "{'item':'comment','verb':'add','comment_id':'7_3','post_id':'9_7'}")))
                .containsExactly("refused /entry/0/changes/0/value/from");
    }

    @Test
    void theReferencesOfACommentLeadToThePost() {
        var comment = run.engagements(
                        feed(
                                "{'item':'comment','verb':'add','comment_id':'7_9','post_id':'100_7','parent_id':'7_8','from':{'id':'55','name':'Ann'},'message':'Caf\\u00e9?'}"))
                .get(0);

        assertThat(value(comment, "object.id")).isEqualTo("7_9");
        assertThat(value(comment, "object.inReplyTo")).isEqualTo("7_8");
        assertThat(value(comment, "object.conversation")).isEqualTo("100_7");
        assertThat(value(comment, "content.text")).isEqualTo("Café?");
        assertThat(value(comment, "actor.displayName")).isEqualTo("Ann");
        assertThat(comment).containsEntry("channel", "facebook");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'message':{'mid':'m1','text':'Hi'}} | INBOUND MESSAGE message:m1 @100 100:55
        {'sender':{'id':100},'recipient':{'id':55},'timestamp':1767225600000,'message':{'mid':'m2','is_echo':true}} | OUTBOUND MESSAGE message:m2 @100 100:55
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'message':{'mid':'m1','is_deleted':true}} | INBOUND MESSAGE message:m1 @100 100:55 r1767225600000 withdrawn
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'message_edit':{'mid':'m1','text':'Ho'}} | INBOUND MESSAGE message:m1 @100 100:55 r1767225600000
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'message':{'mid':'m3','attachments':[{'type':'story_mention','payload':{'url':'https://example.com'}}]}} | INBOUND MENTION message:m3 @100 100:55
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'reaction':{'mid':'m2','action':'react'}} | INBOUND REACTION reaction:m2:55 @100 100:55 r1767225600000
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600001,'reaction':{'mid':'m2','action':'unreact'}} | INBOUND REACTION reaction:m2:55 @100 100:55 r1767225600001 withdrawn
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'read':{'watermark':1}} | ignored messaging.read
        {'sender':{'user_ref':55},'recipient':{'id':100},'postback':{'payload':'x'}} | ignored messaging.postback
        {'sender':{'id':55},'recipient':{'id':100},'message':{'mid':'m1'}} | refused /entry/0/messaging/0/timestamp
        {'recipient':{'id':100},'timestamp':1767225600000,'message':{'mid':'m1'}} | refused /entry/0/messaging/0/sender/id
        {'sender':{'id':55},'recipient':{'id':100},'timestamp':1767225600000,'message':{'text':'Hi'}} | refused /entry/0/messaging/0/message/mid
        """)
    void mapsConversations(String event, String expected) {
        assertThat(run.lines(message("page", event))).containsExactly(expected);
        assertThat(run.lines(message("instagram", event))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        comments | {'id':'c1','text':'Nice','from':{'id':'55','username':'ann'},'media':{'id':'m7'}} | INBOUND COMMENT comment:c1 @100 100:55
        comments | {'id':'c2','parent_id':'c1','text':'Yes','from':{'id':'55','username':'ann'},'media':{'id':'m7'}} | INBOUND REPLY comment:c2 @100 100:55
        live_comments | {'id':'c3','text':'Hi','from':{'id':'55'}} | INBOUND COMMENT comment:c3 @100 100:55
        comments | {'id':'c4','text':'Thanks','from':{'id':'100'}} | ignored instagram.comments.own
        comments | {'id':'c5','text':'Nice'} | refused /entry/0/changes/0/value/from
        mentions | {'comment_id':'c6','media_id':'m7'} | refused /entry/0/changes/0/value/from
        story_insights | {'media_id':'m7'} | ignored instagram.story_insights
        messages | {'sender':{'id':'55'},'recipient':{'id':'100'},'timestamp':'1767225600','message':{'mid':'m9','text':'Hi'}} | INBOUND MESSAGE message:m9 @100 100:55
        """)
    void mapsChangesOfInstagram(String field, String value, String expected) {
        assertThat(run.lines(
                        "{'object': 'instagram', 'entry': [{'id': '100', 'time': 1767225660, 'changes': [{'field': '%s', 'value': %s}]}]}"
                                .formatted(field, value)))
                .containsExactly(expected);
    }

    @Test
    void oneBadEntryOfABatchDoesNotHoldBackTheOthers() {
        var batch =
                "{'object':'page','entry':[{'id':'100','time':1767225660,'changes':[{'field':'feed','value':{'item':'like','verb':'add','user_id':5}},{'field':'feed','value':{'item':'like'}}]},{'id':'200','time':'soon','changes':[{'field':'feed','value':{'item':'like','verb':'add','user_id':6}}]},{'id':'300'},{'id':'200','time':1767225660,'changes':[{'field':'feed','value':{'item':'like','verb':'add','user_id':6}},{'field':'leadgen','value':{}}]}]}";

        assertThat(run.lines(batch))
                .containsExactly(
                        "INBOUND FOLLOW follow:5 @100 100:5 r1767225660000",
                        "refused /entry/0/changes/1/value/verb",
                        "refused /entry/1/time",
                        "refused /entry/2/changes",
                        "INBOUND FOLLOW follow:6 @200 200:6 r1767225660000",
                        "ignored page.leadgen");
    }

    @Test
    void whatIsNoWebhookIsRefusedWhole() {
        assertThat(run.lines("{'data': []}")).containsExactly("refused /object");
        assertThat(run.lines("{'object': 'page', 'entry': {}}")).containsExactly("refused /entry");
        assertThat(run.lines("<html>")).containsExactly("refused ");
        assertThat(run.lines("[".repeat(200))).containsExactly("refused ");
        assertThat(run.lines("[" + "1,".repeat(200_000) + "1]")).containsExactly("refused ");
    }

    @Test
    void theSamePersonHasOneIdInCommentsAndMessagesOfAPage() {
        var comment = run.engagements(feed("{'item':'like','verb':'add','user_id':55}"))
                .get(0);
        var message = run.map(
                        message(
                                "page",
                                "{'sender':{'id':'55'},'recipient':{'id':'100'},'timestamp':1767225600000,'message':{'mid':'m1'}}"))
                .mapped()
                .findFirst()
                .map(SourceMapping.Mapped::engagement)
                .orElse(Map.of());

        assertThat(value(comment, "actor.id"))
                .isEqualTo(value(message, "actor.id"))
                .isEqualTo("100:55");
    }

    @Test
    void theOtherPeopleThatACommentTagsAreKept() {
        var engagement = run.engagements(
                        feed(
                                "{'item':'comment','verb':'add','comment_id':'7_8','post_id':'100_7','from':{'id':'55'},'created_time':1767225600,'message_tags':[{'id':'100','name':'Acme'},{'id':'56','name':'Bo'}]}"))
                .get(0);

        assertThat(engagement.get("mentions")).isEqualTo(List.of("100:56"));
    }
}
