package io.rapport.report.web;

import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.Engagements;
import io.rapport.web.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST resources and the pages of the report service. */
@Configuration(proxyBeanMethods = false)
@Import({PeopleController.class, FiguresController.class, BrandPages.class, PersonPages.class, SignInPage.class})
public class ReportEdge {

    @Bean
    AccessTable accessTable() {
        return AccessTable.standard().open("/assets/**");
    }

    @Bean
    Days days(BrandDays days) {
        return new Days(days);
    }

    @Bean
    Timelines timelines(Engagements engagements) {
        return new Timelines(engagements);
    }
}
