package io.rapport.identity.web.brand;

import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a brand lets its handles be matched. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/identity-policy")
public class MatchingPolicyController {

    private static final int MOST_CHANNELS = 100;

    private final BrandCatalogue brands;
    private final MatchingPolicyService policies;
    private final DecisionAttribution saying;

    MatchingPolicyController(BrandCatalogue brands, MatchingPolicyService policies, DecisionAttribution saying) {
        this.brands = brands;
        this.policies = policies;
        this.saying = saying;
    }

    /**
     * A policy, whole: what is left out is as Rapport ships it.
     *
     * @param inference whether likeness may merge people; true if left out
     * @param autoThreshold probability above which it does; 0.95 if left out
     * @param reviewThreshold probability from which on a human is asked; 0.60 if left out
     * @param unstitchableChannels channels whose handles no rule joins to anybody, unless the client list names them
     */
    record MatchingPolicyRequest(
            @Nullable Boolean inference,
            @Nullable Double autoThreshold,
            @Nullable Double reviewThreshold,
            @Nullable List<String> unstitchableChannels) {}

    @GetMapping
    PolicySet policy(BrandKey brand) {
        brands.require(brand);
        return policies.find(brand);
    }

    @PutMapping
    PolicySet set(BrandKey brand, @RequestBody MatchingPolicyRequest wanted, Caller caller) {
        brands.require(brand);
        var channels = Objects.requireNonNullElse(wanted.unstitchableChannels(), List.<String>of());
        if (channels.size() > MOST_CHANNELS
                || channels.stream().anyMatch(channel -> channel == null || !NameRules.isToken(channel))) {
            throw DecisionProblems.invalid(
                    "unstitchableChannels", "At most " + MOST_CHANNELS + " channels, each spelt like a token.");
        }
        var next = new PolicySet(
                brand.agency(),
                brand.brand(),
                !Boolean.FALSE.equals(wanted.inference()),
                Objects.requireNonNullElse(wanted.autoThreshold(), 0.95),
                Objects.requireNonNullElse(wanted.reviewThreshold(), 0.60),
                channels.stream().distinct().sorted().toList(),
                0,
                caller.name(),
                saying.now());
        return DecisionProblems.orInvalid("autoThreshold", () -> DecisionProblems.orProblem(() -> policies.update(next)));
    }
}
