package io.rapport.ingest.config;

import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.source.mapped.JsonMappingSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sources that connections can use: one bean for each platform. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    SourceDefinition jsonSource() {
        return JsonMappingSource.definition();
    }
}
