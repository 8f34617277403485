package io.rapport.identity.web;

import io.rapport.identity.domain.Decisions;
import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.Reviews;
import io.rapport.web.BrandCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the identity service. */
@Configuration(proxyBeanMethods = false)
@Import({ReviewPages.class, HomePages.class})
public class IdentityPages {

    @Bean
    ReviewDesk reviewDesk(Reviews reviews, Decisions decisions, Directory directory, Saying saying) {
        return new ReviewDesk(reviews, decisions, directory, saying);
    }

    @Bean
    ReviewScreen reviewScreen(BrandCatalogue brands, Reviews reviews, Directory directory) {
        return new ReviewScreen(brands, reviews, new ReviewCards(directory), new Notices(directory));
    }
}
