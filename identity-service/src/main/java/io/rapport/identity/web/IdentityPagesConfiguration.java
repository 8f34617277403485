package io.rapport.identity.web;

import io.rapport.identity.web.brand.BrandListPageController;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionNoticeBuilder;
import io.rapport.identity.web.erasure.ErasurePageController;
import io.rapport.identity.web.person.PersonDecisionHandler;
import io.rapport.identity.web.erasure.PersonErasureHandler;
import io.rapport.identity.web.person.PersonPageBuilder;
import io.rapport.identity.web.person.PersonPageController;
import io.rapport.identity.web.review.ReviewCardMapper;
import io.rapport.identity.web.review.ReviewDecisionHandler;
import io.rapport.identity.web.review.ReviewPageBuilder;
import io.rapport.identity.web.review.ReviewPageController;

import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the identity service. */
@Configuration(proxyBeanMethods = false)
@Import({ReviewPageController.class, PersonPageController.class, ErasurePageController.class, BrandListPageController.class})
public class IdentityPagesConfiguration {

    @Bean
    DecisionNoticeBuilder notices(FamilyDirectory directory) {
        return new DecisionNoticeBuilder(directory);
    }

    @Bean
    ReviewDecisionHandler reviewDesk(ReviewQueue reviews, DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution saying) {
        return new ReviewDecisionHandler(reviews, decisions, notices, saying);
    }

    @Bean
    ReviewPageBuilder reviewScreen(BrandCatalogue brands, ReviewQueue reviews, FamilyDirectory directory, DecisionNoticeBuilder notices) {
        return new ReviewPageBuilder(brands, reviews, new ReviewCardMapper(directory), notices);
    }

    @Bean
    PersonDecisionHandler personDesk(DecisionService decisions, DecisionNoticeBuilder notices, DecisionAttribution saying) {
        return new PersonDecisionHandler(decisions, notices, saying);
    }

    @Bean
    PersonPageBuilder personScreen(BrandCatalogue brands, FamilyDirectory directory, PersonSearch search, DecisionNoticeBuilder notices) {
        return new PersonPageBuilder(brands, directory, search, notices);
    }

    @Bean
    PersonErasureHandler erasureDesk(PersonErasureService erasing, Clock clock) {
        return new PersonErasureHandler(erasing, clock);
    }
}
