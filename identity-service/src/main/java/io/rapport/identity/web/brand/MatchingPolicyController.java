package io.rapport.identity.web.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.PolicySetBuilder;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.similarity.MatchRunScheduler;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and replaces the matching policy of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/identity-policy")
public class MatchingPolicyController {

    private static final int MAX_CHANNELS = 100;

    private final BrandCatalogue brands;
    private final MatchingPolicyService policies;
    private final DecisionAttribution attribution;
    private final MatchRunScheduler runs;

    MatchingPolicyController(
            BrandCatalogue brands,
            MatchingPolicyService policies,
            DecisionAttribution attribution,
            MatchRunScheduler runs) {
        this.runs = runs;
        this.brands = brands;
        this.policies = policies;
        this.attribution = attribution;
    }

    /**
     * A complete policy; omitted properties take the shipped defaults. Blocked contacts are kept.
     *
     * @param inference whether similarity may merge people; default true
     * @param autoThreshold probability above which it does; default 0.95
     * @param reviewThreshold probability from which a review is created; default 0.60
     * @param unstitchableChannels channels whose handles are joined to people by the client list only
     * @param mailboxAliases whether spellings of one mailbox are the same address; default false
     */
    record MatchingPolicyRequest(
            @Nullable Boolean inference,
            @Nullable Double autoThreshold,
            @Nullable Double reviewThreshold,
            @Nullable List<String> unstitchableChannels,
            @Nullable Boolean mailboxAliases) {}

    @Operation(summary = "How handles of the brand are matched")
    @GetMapping
    PolicySet policy(BrandKey brand) {
        brands.require(brand);
        return policies.find(brand);
    }

    @Operation(summary = "Set how handles of the brand are matched")
    @PutMapping
    PolicySet set(BrandKey brand, @RequestBody MatchingPolicyRequest request, Caller caller) {
        brands.require(brand);
        var channels = Objects.requireNonNullElse(request.unstitchableChannels(), List.<String>of());
        if (channels.size() > MAX_CHANNELS
                || channels.stream().anyMatch(channel -> channel == null || !NameRules.isToken(channel))) {
            throw DecisionProblems.invalid(
                    "unstitchableChannels", "At most " + MAX_CHANNELS + " channels, each spelt like a token.");
        }
        var before = policies.find(brand);
        var next = PolicySetBuilder.builder(before)
                .inference(!Boolean.FALSE.equals(request.inference()))
                .autoThreshold(Objects.requireNonNullElse(request.autoThreshold(), 0.95))
                .reviewThreshold(Objects.requireNonNullElse(request.reviewThreshold(), 0.60))
                .unstitchableChannels(channels.stream().distinct().sorted().toList())
                .mailboxAliases(Boolean.TRUE.equals(request.mailboxAliases()) ? true : null)
                .by(caller.name())
                .at(attribution.now())
                .build();
        var updated = DecisionProblems.orInvalid(
                "autoThreshold", () -> DecisionProblems.orProblem(() -> policies.update(next)));
        if (updated.joinsMailboxes() != before.joinsMailboxes()) {
            runs.start(brand);
        }
        return updated;
    }
}
