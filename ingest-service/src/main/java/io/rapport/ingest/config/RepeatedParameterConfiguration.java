package io.rapport.ingest.config;

import java.util.Collection;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A repeatable parameter is never split at its commas, which the names of columns may contain. */
@Configuration(proxyBeanMethods = false)
class RepeatedParameterConfiguration implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.removeConvertible(String.class, Collection.class);
    }
}
