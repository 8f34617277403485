package io.rapport.ingest.source.x;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XSourceTest {

    private static final String ANN = "{'id_str':'55','screen_name':'ann','name':'Ann','followers_count':7}";
    private static final String BRAND = "{'id_str':'100','screen_name':'acme','name':'Acme'}";
    private static final String TIME = "'created_at':'Thu Jan 01 00:00:00 +0000 2026'";

    private final SourceRun run = SourceRun.of(new XSource(), "100");

    private static String filled(String json) {
        return json.replace("ANN", ANN).replace("BRAND", BRAND).replace("TIME", TIME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'tweet_create_events':[{'id_str':'9','user':ANN,TIME,'text':'@acme hi','entities':{'user_mentions':[{'id_str':'100','screen_name':'acme'}]}}] | INBOUND MENTION post:9 @100 55 r1288834974657
        'tweet_create_events':[{'id_str':'9','user':ANN,TIME,'in_reply_to_status_id_str':'3','in_reply_to_user_id_str':'100'}] | INBOUND REPLY post:9 @100 55 r1288834974657
        'tweet_create_events':[{'id_str':'9','user':ANN,TIME,'retweeted_status':{'id_str':'3','user':BRAND}}] | INBOUND SHARE post:9 @100 55 r1288834974657
        'tweet_create_events':[{'id_str':'9','user':ANN,TIME,'is_quote_status':true,'quoted_status':{'id_str':'3','user':BRAND}}] | INBOUND QUOTE post:9 @100 55 r1288834974657
        'tweet_create_events':[{'id_str':'9','user':ANN,TIME,'text':'something else'}] | ignored post.unrelated
        'tweet_create_events':[{'id_str':'9','user':BRAND,TIME,'text':'News'}] | OUTBOUND POST post:9 @100 100 r1288834974657
        'tweet_create_events':[{'id_str':'9','user':BRAND,TIME,'in_reply_to_status_id_str':'3','in_reply_to_user_id_str':'55','in_reply_to_screen_name':'ann'}] | OUTBOUND REPLY post:9 @100 55 r1288834974657
        'tweet_create_events':[{'id_str':'9','user':BRAND,TIME,'retweeted_status':{'id_str':'3','user':ANN}}] | OUTBOUND SHARE post:9 @100 55 r1288834974657
        'tweet_create_events':[{'user':ANN,TIME,'in_reply_to_user_id_str':'100'}] | refused /tweet_create_events/0/id_str
        'tweet_create_events':[{'id_str':'9',TIME}] | refused /tweet_create_events/0/user
        'tweet_delete_events':[{'status':{'id':'9','user_id':'55'},'timestamp_ms':'1767225600000'}] | INBOUND MENTION post:9 @100 55 r1767225600000 withdrawn
        'tweet_delete_events':[{'status':{'id':'9','user_id':'100'},'timestamp_ms':'1767225600000'}] | OUTBOUND POST post:9 @100 100 r1767225600000 withdrawn
        'favorite_events':[{'id':'a','timestamp_ms':1767225600000,'favorited_status':{'id_str':'3','user':BRAND},'user':ANN}] | INBOUND REACTION like:3:55 @100 55 r1767225600000
        'favorite_events':[{'id':'a','timestamp_ms':1767225600000,'favorited_status':{'id_str':'3','user':ANN},'user':BRAND}] | OUTBOUND REACTION like:3:100 @100 55 r1767225600000
        'follow_events':[{'type':'follow','created_timestamp':'1767225600000','source':ANN,'target':BRAND}] | INBOUND FOLLOW follow:55:100 @100 55 r1767225600000
        'follow_events':[{'type':'unfollow','created_timestamp':'1767225600000','source':ANN,'target':BRAND}] | INBOUND FOLLOW follow:55:100 @100 55 r1767225600000 withdrawn
        'follow_events':[{'type':'follow','created_timestamp':'1767225600000','source':BRAND,'target':ANN}] | OUTBOUND FOLLOW follow:100:55 @100 55 r1767225600000
        'direct_message_events':[{'type':'message_create','id':'m','created_timestamp':'1767225600000','message_create':{'target':{'recipient_id':'100'},'sender_id':'55','message_data':{'text':'Hi'}}}] | INBOUND MESSAGE message:m @100 55
        'direct_message_events':[{'type':'message_create','id':'m','created_timestamp':'1767225600000','message_create':{'target':{'recipient_id':'55'},'sender_id':'100','message_data':{'text':'Hi'}}}] | OUTBOUND MESSAGE message:m @100 55
        'block_events':[{}] | ignored block_events
        'tweet_create_events':{} | refused /tweet_create_events
        """)
    void mapsAccountActivity(String events, String expected) {
        assertThat(run.lines(filled("{'for_user_id':'100'," + events + "}"))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        post.mention.create | {'id':'9','author_id':'55','created_at':'2026-01-01T00:00:00.000Z','text':'@acme hi','entities':{'mentions':[{'username':'acme'}]}} | INBOUND MENTION post:9 @100 55 r1288834974657
        post.reply.create | {'id':'9','author_id':'55','created_at':'2026-01-01T00:00:00.000Z','referenced_tweets':[{'type':'replied_to','id':'3'}]} | INBOUND REPLY post:9 @100 55 r1288834974657
        post.quote.create | {'id':'9','author_id':'55','created_at':'2026-01-01T00:00:00.000Z','referenced_tweets':[{'type':'quoted','id':'3'}]} | INBOUND QUOTE post:9 @100 55 r1288834974657
        post.repost.create | {'id':'9','author_id':'55','created_at':'2026-01-01T00:00:00.000Z','referenced_tweets':[{'type':'retweeted','id':'3'}]} | INBOUND SHARE post:9 @100 55 r1288834974657
        post.create | {'id':'9','author_id':'100','created_at':'2026-01-01T00:00:00.000Z','text':'News'} | OUTBOUND POST post:9 @100 100 r1288834974657
        post.create | {'id':'9','author_id':'100','created_at':'2026-01-01T00:00:00.000Z','in_reply_to_user_id':'55','referenced_tweets':[{'type':'replied_to','id':'3'}]} | OUTBOUND REPLY post:9 @100 55 r1288834974657
        post.delete | {'id':'9','author_id':'100'} | OUTBOUND POST post:9 @100 100 withdrawn
        like.create | {'id':'f','liked_tweet_id':'3','liked_tweet_author_id':'100','timestamp_ms':'1767225600000'} | INBOUND REACTION like:3:55 @100 55 r1767225600000
        like.create | {'id':'f','liked_tweet_id':'3','liked_tweet_author_id':'55','timestamp_ms':'1767225600000'} | OUTBOUND REACTION like:3:100 @100 55 r1767225600000
        follow.follow | {'source':{'data':{'id':'55','username':'ann'}},'target':{'data':{'id':'100','username':'acme'}}} | INBOUND FOLLOW follow:55:100 @100 55
        follow.unfollow | {'source':{'data':{'id':'55','username':'ann'}},'target':{'data':{'id':'100','username':'acme'}}} | INBOUND FOLLOW follow:55:100 @100 55 withdrawn
        dm.received | {'direct_message_events':[{'type':'message_create','id':'m','created_timestamp':'1767225600000','message_create':{'target':{'recipient_id':'100'},'sender_id':'55','message_data':{'text':'Hi'}}}],'users':{'55':{'data':{'id':'55','username':'ann'}}}} | INBOUND MESSAGE message:m @100 55
        profile.update.bio | {'before':'a','after':'b'} | ignored profile.update.bio
        chat.received | {'id':'c'} | ignored chat.received
        post.mention.create | {'id':'9','author_id':'55'} | refused /data/payload/created_at
        follow.follow | {'source':{'data':{'id':'55'}}} | refused /data/payload/target
        """)
    void mapsTheActivityApi(String type, String payload, String expected) {
        assertThat(run.lines(
                        "{'data':{'event_uuid':'-7','event_type':'%s','filter':{'user_id':'100'},'payload':%s,'includes':{'users':[{'id':'100','username':'acme'},{'id':'55','username':'ann','name':'Ann'}]}}}"
                                .formatted(type, payload)))
                .containsExactly(expected);
    }

    @Test
    void anEditKeepsTheIdAndRaisesTheRevision() {
        var edited = run.lines(
                "{'data':{'event_type':'post.mention.create','filter':{'user_id':'100'},'payload':{'id':'2080765813578191303','author_id':'55','created_at':'2026-07-24T21:23:23.000Z','edit_history_tweet_ids':['2080765000000000000','2080765813578191303']}}}");

        assertThat(edited).containsExactly("INBOUND MENTION post:2080765000000000000 @100 55 r1784928203373");
    }

    @Test
    void aPostOfTheBrandThatMentionsPeopleIsAlsoOneMentionOfEachOfThem() {
        assertThat(
                        run.lines(
                                filled(
                                        "{'for_user_id':'100','tweet_create_events':[{'id_str':'9','user':BRAND,TIME,'entities':{'user_mentions':[{'id_str':'55'},{'id_str':'56'}]}}]}")))
                .containsExactly(
                        "OUTBOUND POST post:9 @100 100 r1288834974657",
                        "OUTBOUND MENTION post:9:mention:55 @100 55 r1288834974657",
                        "OUTBOUND MENTION post:9:mention:56 @100 56 r1288834974657");
    }

    @Test
    void anInboundLikeWithoutTheLikerIsRefused() {
        assertThat(
                        run.lines(
                                "{'data':{'event_type':'like.create','filter':{'user_id':'100'},'payload':{'liked_tweet_id':'3','liked_tweet_author_id':'100','timestamp_ms':'1767225600000'},'includes':{'users':[{'id':'100'}]}}}"))
                .containsExactly("refused /data/includes/users");
    }

    @Test
    void pulledMentionsAreMappedForTheAccountOfTheConnection() {
        assertThat(
                        run.lines(
                                "{'data':[{'id':'9','author_id':'55','created_at':'2026-01-01T00:00:00Z','text':'hi','entities':{'mentions':[{'username':'acme'}]}},{'id':'8','author_id':'55','created_at':'2026-01-01T00:00:00Z'},{'id':'55','username':'ann'},{'id':'10','created_at':'2026-01-01T00:00:00Z'}],'meta':{'result_count':2}}"))
                .containsExactly(
                        "INBOUND MENTION post:9 @100 55 r1288834974657",
                        "ignored post.unrelated",
                        "ignored user",
                        "refused /data/3/author_id");
        assertThat(run.lines("{'meta':{'result_count':0}}")).containsExactly("ignored page.empty");
    }

    @Test
    void theProfileIsTakenAsX() {
        var engagement = run.engagements(
                        filled(
                                "{'for_user_id':'100','follow_events':[{'type':'follow','created_timestamp':'1767225600000','source':ANN,'target':BRAND}]}"))
                .get(0);

        assertThat(value(engagement, "actor.name")).isEqualTo("ann");
        assertThat(value(engagement, "actor.displayName")).isEqualTo("Ann");
        assertThat(value(engagement, "actor.followers")).isEqualTo(7);
    }

    @Test
    void whatIsNoPayloadOfXIsRefused() {
        assertThat(run.lines("{'errors':[]}")).containsExactly("refused /data");
        assertThat(run.lines("'text'")).containsExactly("refused ");
        assertThat(run.lines("{'data':{'event_type':'post.create'}}")).containsExactly("refused /data/filter/user_id");
    }

    @Test
    void theOtherAccountsThatAPostMentionsAreKept() {
        var engagement = run.engagements(
                        filled(
                                "{'for_user_id':'100','tweet_create_events':[{'id_str':'9','user':ANN,TIME,'text':'@acme @bob','entities':{'user_mentions':[{'id_str':'100'},{'id_str':'56'}]}}]}"))
                .get(0);

        assertThat(engagement.get("mentions")).isEqualTo(List.of("56"));
    }
}
