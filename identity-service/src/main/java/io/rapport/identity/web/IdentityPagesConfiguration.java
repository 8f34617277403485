package io.rapport.identity.web;

import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.web.brand.BrandListPageController;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.decision.DecisionUndoHandler;
import io.rapport.identity.web.display.BrandPageFactory;
import io.rapport.identity.web.erasure.ErasurePageController;
import io.rapport.identity.web.erasure.PersonErasureHandler;
import io.rapport.identity.web.person.PersonDecisionHandler;
import io.rapport.identity.web.person.PersonPageBuilder;
import io.rapport.identity.web.person.PersonPageController;
import io.rapport.identity.web.review.ReviewCardMapper;
import io.rapport.identity.web.review.ReviewDecisionHandler;
import io.rapport.identity.web.review.ReviewPageBuilder;
import io.rapport.identity.web.review.ReviewPageController;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Registers the pages of the identity service. */
@Configuration(proxyBeanMethods = false)
@Import({
    ReviewPageController.class,
    PersonPageController.class,
    ErasurePageController.class,
    BrandListPageController.class
})
public class IdentityPagesConfiguration {

    @Bean
    DecisionNoticeBuilder decisionNotices(FamilyDirectory directory) {
        return new DecisionNoticeBuilder(directory);
    }

    @Bean
    BrandPageFactory brandPages(BrandCatalogue brands) {
        return new BrandPageFactory(brands);
    }

    @Bean
    DecisionUndoHandler decisionUndoHandler(
            DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution attribution) {
        return new DecisionUndoHandler(decisions, notices, attribution);
    }

    @Bean
    ReviewDecisionHandler reviewDecisionHandler(
            ReviewQueue reviews, DecisionNoticeBuilder notices, DecisionAttribution attribution) {
        return new ReviewDecisionHandler(reviews, notices, attribution);
    }

    @Bean
    ReviewPageBuilder reviewPages(
            BrandPageFactory pages, ReviewQueue reviews, FamilyDirectory directory, DecisionNoticeBuilder notices) {
        return new ReviewPageBuilder(pages, reviews, new ReviewCardMapper(directory), notices);
    }

    @Bean
    PersonDecisionHandler personDecisionHandler(
            DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution attribution) {
        return new PersonDecisionHandler(decisions, notices, attribution);
    }

    @Bean
    PersonPageBuilder personPages(
            BrandPageFactory pages, FamilyDirectory directory, PersonSearch search, DecisionNoticeBuilder notices) {
        return new PersonPageBuilder(pages, directory, search, notices);
    }

    @Bean
    PersonErasureHandler personErasureHandler(PersonErasureService erasures, Clock clock) {
        return new PersonErasureHandler(erasures, clock);
    }
}
