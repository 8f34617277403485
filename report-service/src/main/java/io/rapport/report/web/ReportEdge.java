package io.rapport.report.web;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.Engagements;
import io.rapport.report.domain.Sentiments;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The REST resources and the pages of the report service. */
@Configuration(proxyBeanMethods = false)
@Import({
    PeopleController.class,
    FiguresController.class,
    ServiceController.class,
    ContentController.class,
    SentimentController.class,
    BrandPages.class,
    FiguresPages.class,
    CorrectionForm.class,
    ExportController.class,
    PersonPages.class
})
public class ReportEdge {

    /** All that is held on a person is for who may also erase it. */
    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/assets/**")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/brands/{brand}/people/{person}/export", Scope.ADMIN);
    }

    @Bean
    Days days(BrandDays<BrandScoreChanged> days) {
        return new Days(days);
    }

    @Bean
    CorrectionDesk correctionDesk(Sentiments sentiments) {
        return new CorrectionDesk(sentiments, Clock.systemUTC());
    }

    @Bean
    Frame frame(BrandCatalogue catalogue, Days days) {
        return new Frame(catalogue, days);
    }

    @Bean
    Timelines timelines(Engagements engagements, Sentiments sentiments) {
        return new Timelines(engagements, sentiments);
    }
}
