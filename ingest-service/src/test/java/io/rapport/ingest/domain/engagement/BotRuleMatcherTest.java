package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.brand.BotRule;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotRuleMatcherTest {

    private static final List<BotRule> RULES = List.of(
            new BotRule("reddit", "welcome-desk"),
            new BotRule(null, "pricewatcher"),
            new BotRule(null, "*_bot"),
            new BotRule("chat", "bot-*"),
            new BotRule("x", "*alert*no"),
            new BotRule("youtube", "uc0*9"));

    @ParameterizedTest
    @CsvSource({
        "reddit, welcome-desk, true",
        "reddit, Welcome-Desk, true",
        "x, welcome-desk, false",
        "mastodon, pricewatcher, true",
        "x, @PriceWatcher, true",
        "x, pricewatchers, false",
        "telegram, weather_bot, true",
        "telegram, weather_bots, false",
        "telegram, _bot, true",
        "chat, bot-17, true",
        "chat, robot-17, false",
        "x, bot-17, false",
        "x, AlertNo, true",
        "x, big-alert-oslo.no, true",
        "x, big-alert-oslo.se, false",
        "x, alerts-no-alerts-no, true",
        "youtube, UC0abc9, true",
        "youtube, UC0abc8, false",
        "x, weather＿bot, true",
        "x, ann, false"
    })
    void matchesTheIdOrNameWithoutRegardToCase(String channel, String account, boolean bot) {
        assertThat(new BotRuleMatcher(RULES).matches(channel, account)).isEqualTo(bot);
    }

    @Test
    void marksTheActorByItsIdOrItsName() {
        var brand = BrandRegisteredBuilder.builder(SampleRows.BRAND).bots(RULES).build();
        var reader = new ActorReader(SampleRows.HASHES, brand);

        assertThat(reader.read(actor(Map.of("id", "pricewatcher")), "x", (path, message) -> {})
                        .bot())
                .isTrue();
        assertThat(reader.read(actor(Map.of("id", "17", "name", "sale_bot")), "x", (path, message) -> {})
                        .bot())
                .isTrue();
        assertThat(reader.read(actor(Map.of("id", "17", "name", "sale_bot", "bot", "false")), "x", (path, m) -> {})
                        .bot())
                .isTrue();
        assertThat(reader.read(actor(Map.of("id", "17", "displayName", "sale_bot")), "x", (path, m) -> {})
                        .bot())
                .isNull();
    }

    @Test
    void aBrandWithoutRulesHasNoBotsOfItsOwn() {
        assertThat(new BotRuleMatcher(null).matches("x", "weather_bot")).isFalse();
        assertThat(new BotRuleMatcher(RULES).matches("x", null)).isFalse();
    }

    private static InputFields actor(Map<String, String> actor) {
        return InputFields.of(Map.of("actor", actor)).object("actor");
    }
}
