package io.rapport.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.rapport.ingest.source.activitystreams.ActivityStreamsSource;
import io.rapport.ingest.source.blog.WordPressSource;
import io.rapport.ingest.source.bluesky.BlueskySource;
import io.rapport.ingest.source.chatwoot.ChatwootSource;
import io.rapport.ingest.source.cloudevents.CloudEventsSource;
import io.rapport.ingest.source.discourse.DiscourseSource;
import io.rapport.ingest.source.github.GitHubSource;
import io.rapport.ingest.source.linkedin.LinkedInSource;
import io.rapport.ingest.source.mastodon.MastodonSource;
import io.rapport.ingest.source.meta.MetaSource;
import io.rapport.ingest.source.payload.SourceRun;
import io.rapport.ingest.source.phone.PhoneSource;
import io.rapport.ingest.source.reddit.RedditSource;
import io.rapport.ingest.source.shop.ShopifySource;
import io.rapport.ingest.source.shop.StripeSource;
import io.rapport.ingest.source.shop.WooCommerceSource;
import io.rapport.ingest.source.x.XSource;
import io.rapport.ingest.source.youtube.YouTubeSource;
import io.rapport.messaging.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each value of a payload in turn is removed, or replaced by a value of every other type: no source may fail. */
class MutatedPayloadsTest {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\ud800\"",
            "\"9999999999999-01-01T00:00:00Z\"",
            "[]",
            "[[[]]]",
            "[1,\"a\",null,{}]",
            "{}",
            "{\"id\":{\"id\":[]}}");

    private static Arguments sample(String name, SourceRun run, String payload) {
        return Arguments.of(name, run, payload);
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                sample(
                        "comment",
                        SourceRun.of(new MetaSource(), "100"),
                        "{'object':'page','entry':[{'id':'100','time':1767225660,'changes':[{'field':'feed','value':{'item':'comment','verb':'edited','comment_id':'7_8','post_id':'100_7','parent_id':'100_7','from':{'id':'55','name':'Ann'},'created_time':1767225600,'message':'Hi'}}]}]}"),
                sample(
                        "message",
                        SourceRun.of(new MetaSource(), "100"),
                        "{'object':'instagram','entry':[{'id':'100','time':1767225660,'messaging':[{'sender':{'id':'55'},'recipient':{'id':'100'},'timestamp':1767225600,'message':{'mid':'m','text':'Hi','is_deleted':false,'reply_to':{'mid':'k'},'attachments':[{'type':'image'}]}}]}]}"),
                sample(
                        "account activity",
                        SourceRun.of(new XSource(), "100"),
                        "{'for_user_id':'100','tweet_create_events':[{'id_str':'9','user':{'id_str':'55','screen_name':'ann','followers_count':5},'created_at':'Thu Jan 01 00:00:00 +0000 2026','text':'hi','quoted_status':{'id_str':'3','user':{'id_str':'100'}},'entities':{'user_mentions':[{'id_str':'100'}]}}],'follow_events':[{'type':'follow','created_timestamp':'1767225600000','source':{'id':'55'},'target':{'id':'100'}}]}"),
                sample(
                        "activity",
                        SourceRun.of(new XSource(), "100"),
                        "{'data':{'event_type':'post.mention.create','filter':{'user_id':'100'},'payload':{'id':'9','author_id':'55','created_at':'2026-01-01T00:00:00Z','edit_history_tweet_ids':['9'],'referenced_tweets':[{'type':'quoted','id':'3'}],'entities':{'mentions':[{'username':'acme'}]}},'includes':{'users':[{'id':'100','username':'acme','public_metrics':{'followers_count':1}}],'tweets':[{'id':'3','author_id':'100'}]}}}"),
                sample(
                        "social action",
                        SourceRun.of(new LinkedInSource(), "42"),
                        "{'type':'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS','notifications':[{'organizationalEntity':'urn:li:organization:42','sourcePost':'urn:li:share:7','lastModifiedAt':1767225600000,'action':'COMMENT','generatedActivity':'urn:li:comment:(a,b)','decoratedGeneratedActivity':{'comment':{'owner':'urn:li:person:A','message':{'text':'Hi'},'created':{'time':1}}}}]}"),
                sample(
                        "status",
                        SourceRun.of(new MastodonSource(), "acme@h.example"),
                        "[{'id':'n','type':'mention','created_at':'2026-01-01T00:00:00Z','account':{'id':'5','acct':'ann@f.example','followers_count':3,'bot':false},'status':{'id':'9','uri':'u','visibility':'public','created_at':'2026-01-01T00:00:00Z','in_reply_to_account_id':'1','mentions':[{'id':'1','acct':'acme@h.example'}],'content':'<p>Hi</p>','account':{'id':'5','acct':'ann@f.example'}}}]"),
                sample(
                        "record",
                        SourceRun.of(new BlueskySource(), "did:plc:acme"),
                        "{'did':'did:plc:ann','time_us':1767225600000000,'kind':'commit','commit':{'operation':'create','collection':'app.bsky.feed.post','rkey':'k','record':{'text':'Hi','langs':['en'],'reply':{'parent':{'uri':'at://did:plc:acme/c/k'},'root':{'uri':'at://x'}},'embed':{'record':{'uri':'at://y'}},'facets':[{'features':[{'did':'did:plc:acme'}]}]}}}"),
                sample(
                        "activity streams",
                        SourceRun.of(new ActivityStreamsSource(), "https://h.example/acme"),
                        "{'@context':['https://www.w3.org/ns/activitystreams'],'type':'Create','actor':{'id':'https://f.example/ann','type':'Person','name':'Ann'},'published':'2026-01-01T00:00:00Z','to':['https://h.example/acme'],'object':{'type':'Note','id':'https://f.example/n','attributedTo':'https://f.example/ann','contentMap':{'en':'Hi'},'tag':[{'type':'Mention','href':'https://h.example/acme'}],'url':{'type':'Link','href':'https://f.example/p'}}}"),
                sample(
                        "issue comment",
                        SourceRun.of(new GitHubSource(), "acme").header("x-github-event", "issue_comment"),
                        "{'action':'created','repository':{'id':7,'full_name':'acme/tools','owner':{'id':1,'login':'acme'}},'issue':{'id':8,'user':{'id':5,'login':'ann'}},'comment':{'id':4,'body':'Hi','user':{'id':2,'login':'bo','type':'User'},'author_association':'MEMBER','created_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:00:00Z'}}"),
                sample(
                        "sponsorship",
                        SourceRun.of(new GitHubSource(), "acme").header("x-github-event", "sponsorship"),
                        "{'action':'created','sponsorship':{'node_id':'s','created_at':'2026-01-01T00:00:00Z','sponsor':{'id':5,'login':'ann'},'sponsorable':{'login':'acme'},'tier':{'monthly_price_in_cents':500}}}"),
                sample(
                        "thread",
                        SourceRun.of(new YouTubeSource(), "UCacme"),
                        "{'kind':'youtube#commentThreadListResponse','items':[{'kind':'youtube#commentThread','snippet':{'channelId':'UCacme','videoId':'v','topLevelComment':{'id':'c','snippet':{'authorChannelId':{'value':'UCann'},'textDisplay':'Hi','publishedAt':'2026-01-01T00:00:00Z','moderationStatus':'rejected'}}},'replies':{'comments':[{'id':'r','snippet':{'parentId':'c','authorChannelId':{'value':'UCacme'},'publishedAt':'2026-01-01T00:00:00Z'}}]}}]}"),
                sample(
                        "cloud event",
                        SourceRun.of(new CloudEventsSource()).contentType("application/cloudevents+json"),
                        "{'specversion':'1.0','id':'e','source':'/s','type':'t','time':'2026-01-01T00:00:00Z','data':{'kind':'VISIT','direction':'INBOUND','actor':{'id':'5'},'revision':3,'withdrawn':false}}"),
                sample(
                        "post",
                        SourceRun.of(new DiscourseSource())
                                .header("x-discourse-event", "post_edited")
                                .header("x-discourse-instance", "https://f.example"),
                        "{'post':{'id':9,'topic_id':3,'post_number':2,'user_id':5,'username':'ann','cooked':'<p>Hi</p>','staff':true,'reply_to_user':{'id':6},'created_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:00:00Z'}}"),
                sample(
                        "chat",
                        SourceRun.of(new ChatwootSource(), "1"),
                        "{'event':'message_updated','id':9,'message_type':'outgoing','private':false,'created_at':1767225600,'updated_at':'2026-01-01T00:00:00Z','content':'Hi','account':{'id':1},'inbox':{'id':4},'sender':{'id':2,'type':'user'},'conversation':{'id':3,'channel':'Channel::Email','meta':{'sender':{'id':6}}},'content_attributes':{'deleted':true}}"),
                sample(
                        "shopify order",
                        SourceRun.of(new ShopifySource(), "a.example")
                                .header("x-shopify-topic", "orders/updated")
                                .header("x-shopify-shop-domain", "a.example"),
                        "{'id':1,'currency':'EUR','total_price':'9.50','financial_status':'partially_refunded','processed_at':'2026-01-01T00:00:00Z','updated_at':'2026-01-01T00:00:00Z','email':'a@example.com','total_price_set':{'presentment_money':{'amount':'10.00','currency_code':'USD'}},'customer':{'id':5,'first_name':'Ann'},'billing_address':{'phone':'1'},'refunds':[{'id':7,'created_at':'2026-01-01T00:00:00Z','transactions':[{'kind':'refund','status':'success','amount':'1.00','currency':'USD'}]}]}"),
                sample(
                        "woocommerce order",
                        SourceRun.of(new WooCommerceSource(), "a.example")
                                .header("x-wc-webhook-topic", "order.updated")
                                .header("x-wc-webhook-source", "https://a.example"),
                        "{'id':1,'status':'completed','currency':'EUR','total':'9.50','date_created_gmt':'2026-01-01T00:00:00','date_modified_gmt':'2026-01-01T00:00:00','customer_id':5,'billing':{'first_name':'Ann','email':'a@example.com'},'refunds':[{'id':7,'total':'-1.00'}]}"),
                sample(
                        "blog comments",
                        SourceRun.of(new WordPressSource(), "a.example").setting("authors", List.of(4)),
                        "[{'id':1,'post':5,'parent':0,'author':0,'author_name':'Ann','author_url':'https://b.example','date_gmt':'2026-01-01T00:00:00','content':{'rendered':'Hi'},'link':'https://a.example/p','status':'approved','type':'pingback'},{'id':2,'post':5,'parent':1,'author':4,'author_name':'Bo','date_gmt':'2026-01-01T00:00:00','content':{'rendered':'Hi'},'status':'approved','type':'comment'}]"),
                sample(
                        "call",
                        SourceRun.of(new PhoneSource(), "+4722334455").setting("zone", "Europe/Oslo"),
                        "{'event':'call.ended','data':{'id':9,'direction':'inbound','raw_digits':'+4791122301','number':{'digits':'+4722334455'},'started_at':'2026-01-01 00:00','answered_at':1767225600,'ended_at':1767225660,'zone':'Europe/Oslo','user':{'id':1,'name':'Bo'},'contact':{'first_name':'Ann','last_name':'Berg','email':'a@example.com'}}}"),
                sample(
                        "charge",
                        SourceRun.of(new StripeSource(), "a"),
                        "{'type':'charge.refunded','livemode':true,'data':{'object':{'id':'ch','amount':950,'amount_refunded':100,'currency':'eur','created':1767225600,'status':'succeeded','captured':true,'customer':'cus','billing_details':{'name':'Ann','email':'a@example.com'}}}}"),
                sample(
                        "listing",
                        SourceRun.of(new RedditSource(), "r/acme"),
                        "{'kind':'Listing','data':{'children':[{'kind':'t1','data':{'name':'t1_c','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600.5,'edited':1767225601,'parent_id':'t3_p','link_id':'t3_p','body':'Hi','spam':false}}]}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void noSourceFails(String name, SourceRun run, String payload) {
        assertThat(run.map(payload).mapped()).as("the sample itself").isNotEmpty();

        var root = Json.mapper().readTree(payload.replace('\'', '"'));
        mutate(root, root, run);
    }

    private static void mutate(JsonNode root, JsonNode node, SourceRun run) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.propertyNames())) {
                var value = object.get(field);
                for (var other : VALUES) {
                    object.set(field, Json.mapper().readTree(other));
                    requireNoFailure(root, run);
                }
                object.remove(field);
                requireNoFailure(root, run);
                object.set(field, value);
                mutate(root, value, run);
            }
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                var value = array.get(i);
                for (var other : VALUES) {
                    array.set(i, Json.mapper().readTree(other));
                    requireNoFailure(root, run);
                }
                array.set(i, value);
                mutate(root, value, run);
            }
        }
    }

    private static void requireNoFailure(JsonNode root, SourceRun run) {
        var body = root.toString();
        assertThatNoException().as(body).isThrownBy(() -> run.map(body.getBytes(StandardCharsets.UTF_8)));
    }
}
