package io.rapport.ingest.source.reddit;

import static io.rapport.ingest.source.payload.SourceRun.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedditSourceTest {

    private final SourceRun run = SourceRun.of(new RedditSource(), "r/Acme", "u/acme_team");

    private static String listing(String children) {
        return "{'kind':'Listing','data':{'after':null,'children':[" + children + "]}}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        t3 | {'name':'t3_p','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600.0,'title':'Look','edited':false} | INBOUND MENTION t3_p @r/Acme t2_5 r1767225600000
        t1 | {'name':'t1_c','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600,'parent_id':'t3_p','link_id':'t3_p','body':'Hi'} | INBOUND COMMENT t1_c @r/Acme t2_5 r1767225600000
        t1 | {'name':'t1_d','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600,'parent_id':'t1_c','body':'Ho','edited':1767225660.0} | INBOUND REPLY t1_d @r/Acme t2_5 r1767225660000
        t1 | {'name':'t1_c','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600,'parent_id':'t3_p','body':'[removed]'} | INBOUND COMMENT t1_c @r/Acme t2_5 withdrawn
        t1 | {'name':'t1_c','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600,'parent_id':'t3_p','body':'Buy','spam':true} | INBOUND COMMENT t1_c @r/Acme t2_5 withdrawn
        t1 | {'name':'t1_c','author':'[deleted]','subreddit':'acme','created_utc':1767225600,'parent_id':'t3_p','body':'[deleted]'} | ignored t1.deleted
        t1 | {'name':'t1_c','author':'ACME_team','author_fullname':'t2_1','subreddit':'acme','created_utc':1767225600,'parent_id':'t3_p'} | ignored t1.own
        t1 | {'name':'t1_m','type':'username_mention','dest':'acme_team','author':'ann','author_fullname':'t2_5','subreddit':'tea','created_utc':1767225600,'parent_id':'t3_p'} | INBOUND MENTION t1_m @u/acme_team t2_5 r1767225600000
        t4 | {'name':'t4_m','dest':'acme_team','author':'ann','author_fullname':'t2_5','created_utc':1767225600,'body':'Hi'} | INBOUND MESSAGE t4_m @u/acme_team t2_5 r1767225600000
        t5 | {'name':'t5_s'} | ignored t5
        t1 | {'name':'t1_c','author':'ann','subreddit':'acme','created_utc':1767225600} | refused /data/children/0/data/author_fullname
        t1 | {'author':'ann','author_fullname':'t2_5'} | refused /data/children/0/data/name
        """)
    void mapsThings(String kind, String data, String expected) {
        assertThat(run.lines(listing("{'kind':'%s','data':%s}".formatted(kind, data))))
                .containsExactly(expected);
    }

    @Test
    void aPostWithItsCommentsIsTwoListings() {
        var post =
                "{'kind':'t3','data':{'name':'t3_p','author':'ann','author_fullname':'t2_5','subreddit':'acme','created_utc':1767225600,'title':'Look','selftext':'Here'}}";

        assertThat(run.lines("[" + listing(post) + "," + listing("") + "]")).hasSize(1);
        assertThat(value(run.engagements(listing(post)).get(0), "content.text")).isEqualTo("Look\n\nHere");
        assertThat(run.lines("{'message':'Forbidden','error':403}")).containsExactly("refused /kind");
    }
}
