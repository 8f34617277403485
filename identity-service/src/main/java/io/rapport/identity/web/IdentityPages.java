package io.rapport.identity.web;

import io.rapport.identity.domain.Decisions;
import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.Erasing;
import io.rapport.identity.domain.PersonSearch;
import io.rapport.identity.domain.Reviews;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the identity service. */
@Configuration(proxyBeanMethods = false)
@Import({ReviewPages.class, PersonPages.class, ErasurePages.class, HomePages.class})
public class IdentityPages {

    @Bean
    Notices notices(Directory directory) {
        return new Notices(directory);
    }

    @Bean
    ReviewDesk reviewDesk(Reviews reviews, Decisions decisions, Notices notices, Saying saying) {
        return new ReviewDesk(reviews, decisions, notices, saying);
    }

    @Bean
    ReviewScreen reviewScreen(BrandCatalogue brands, Reviews reviews, Directory directory, Notices notices) {
        return new ReviewScreen(brands, reviews, new ReviewCards(directory), notices);
    }

    @Bean
    PersonDesk personDesk(Decisions decisions, Notices notices, Saying saying) {
        return new PersonDesk(decisions, notices, saying);
    }

    @Bean
    PersonScreen personScreen(BrandCatalogue brands, Directory directory, PersonSearch search, Notices notices) {
        return new PersonScreen(brands, directory, search, notices);
    }

    @Bean
    ErasureDesk erasureDesk(Erasing erasing, Clock clock) {
        return new ErasureDesk(erasing, clock);
    }
}
