package io.rapport.ingest.source.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.source.payload.SourceRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueskySourceTest {

    private final SourceRun run = SourceRun.of(new BlueskySource(), "did:plc:acme");

    private static String commit(String did, String operation, String collection, String record) {
        return "{'did':'did:plc:%s','time_us':1767225600000000,'kind':'commit','commit':{'rev':'r','operation':'%s','collection':'app.bsky.%s','rkey':'k'%s}}"
                .formatted(did, operation, collection, record.isEmpty() ? "" : ",'record':" + record);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ann | feed.like | {'subject':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}} | INBOUND REACTION at://did:plc:ann/app.bsky.feed.like/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.like | {'subject':{'uri':'at://did:plc:other/app.bsky.feed.post/p'}} | ignored app.bsky.feed.like
        ann | feed.like | {'subject':{}} | refused /commit/record/subject/uri
        ann | feed.like | {'subject':{'uri':'https://example.com'}} | refused /commit/record/subject/uri
        ann | feed.repost | {'subject':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}} | INBOUND SHARE at://did:plc:ann/app.bsky.feed.repost/k @did:plc:acme did:plc:ann r1767225600000
        ann | graph.follow | {'subject':'did:plc:acme'} | INBOUND FOLLOW at://did:plc:ann/app.bsky.graph.follow/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.post | {'text':'Yes','reply':{'parent':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'},'root':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}}} | INBOUND REPLY at://did:plc:ann/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.post | {'text':'Yes','reply':{'parent':{'uri':'at://did:plc:bo/app.bsky.feed.post/p'},'root':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}}} | INBOUND COMMENT at://did:plc:ann/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.post | {'text':'See','embed':{'record':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}}} | INBOUND QUOTE at://did:plc:ann/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.post | {'text':'See','embed':{'record':{'record':{'uri':'at://did:plc:acme/app.bsky.feed.post/p'}},'media':{}}} | INBOUND QUOTE at://did:plc:ann/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.post | {'text':'@acme','facets':[{'features':[{'$type':'app.bsky.richtext.facet#mention','did':'did:plc:acme'}]}]} | INBOUND MENTION at://did:plc:ann/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000
        ann | feed.post | {'text':'Nothing to do with it'} | ignored app.bsky.feed.post
        ann | graph.block | {'subject':'did:plc:acme'} | ignored app.bsky.graph.block
        acme | feed.post | {'text':'News'} | OUTBOUND POST at://did:plc:acme/app.bsky.feed.post/k @did:plc:acme did:plc:acme r1767225600000
        acme | feed.post | {'text':'Thanks','reply':{'parent':{'uri':'at://did:plc:ann/app.bsky.feed.post/p'},'root':{'uri':'at://did:plc:acme/app.bsky.feed.post/q'}}} | OUTBOUND REPLY at://did:plc:acme/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000
        acme | feed.like | {'subject':{'uri':'at://did:plc:ann/app.bsky.feed.post/p'}} | OUTBOUND REACTION at://did:plc:acme/app.bsky.feed.like/k @did:plc:acme did:plc:ann r1767225600000
        acme | graph.follow | {'subject':'did:plc:ann'} | OUTBOUND FOLLOW at://did:plc:acme/app.bsky.graph.follow/k @did:plc:acme did:plc:ann r1767225600000
        """)
    void mapsRecords(String did, String collection, String record, String expected) {
        assertThat(run.lines(commit(did, "create", collection, record))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ann | feed.like | INBOUND REACTION at://did:plc:ann/app.bsky.feed.like/k @did:plc:acme did:plc:ann r1767225600000 withdrawn
        ann | feed.repost | INBOUND SHARE at://did:plc:ann/app.bsky.feed.repost/k @did:plc:acme did:plc:ann r1767225600000 withdrawn
        ann | graph.follow | INBOUND FOLLOW at://did:plc:ann/app.bsky.graph.follow/k @did:plc:acme did:plc:ann r1767225600000 withdrawn
        ann | feed.post | INBOUND MENTION at://did:plc:ann/app.bsky.feed.post/k @did:plc:acme did:plc:ann r1767225600000 withdrawn
        acme | feed.post | OUTBOUND POST at://did:plc:acme/app.bsky.feed.post/k @did:plc:acme did:plc:acme r1767225600000 withdrawn
        acme | feed.like | ignored app.bsky.feed.like.delete
        ann | graph.block | ignored app.bsky.graph.block.delete
        """)
    void aDeletionWithdrawsTheIdOfTheRecord(String did, String collection, String expected) {
        assertThat(run.lines(commit(did, "delete", collection, ""))).containsExactly(expected);
    }

    @Test
    void bothVersionsOfJetstreamAreRead() {
        var second =
                "{'$type':'#commit','seq':5,'did':'did:plc:ann','time':'2026-01-01T00:00:00.000Z','rev':'r','operation':'create','collection':'app.bsky.graph.follow','rkey':'k','record':{'subject':'did:plc:acme'}}";

        assertThat(run.lines(second))
                .isEqualTo(run.lines(commit("ann", "create", "graph.follow", "{'subject':'did:plc:acme'}")));
        assertThat(run.lines("{'did':'did:plc:ann','time_us':1,'kind':'identity','identity':{}}"))
                .containsExactly("ignored identity");
        assertThat(run.lines("{'$type':'#info','name':'OutdatedCursor'}")).containsExactly("ignored #info");
    }

    @Test
    void anEventOfAListIsRefusedAlone() {
        assertThat(run.lines("[" + commit("ann", "create", "graph.follow", "{'subject':'did:plc:acme'}") + ",{},5]"))
                .containsExactly(
                        "INBOUND FOLLOW at://did:plc:ann/app.bsky.graph.follow/k @did:plc:acme did:plc:ann r1767225600000",
                        "refused /1/kind",
                        "refused /2");
    }

    @Test
    void theOtherAccountsThatAPostMentionsAreKept() {
        var facets =
                "[{'features':[{'did':'did:plc:acme'}]},{'features':[{'uri':'https://far.example'},{'did':'did:plc:bob'}]}]";
        var engagement = run.engagements(
                        commit("ann", "create", "feed.post", "{'text':'@acme @bob','facets':" + facets + "}"))
                .get(0);

        assertThat(engagement.get("mentions")).isEqualTo(List.of("did:plc:bob"));
    }
}
