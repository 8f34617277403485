package io.rapport.ingest.config;

import io.rapport.messaging.config.ErasureTableConfiguration;
import io.rapport.messaging.config.MessagingConfiguration;
import io.rapport.mongo.MongoConfiguration;
import io.rapport.web.config.TopicTablesConfiguration;
import io.rapport.web.config.WebConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Configuration of the whole service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("io.rapport.ingest.web")
@Import({
    MessagingConfiguration.class,
    WebConfiguration.class,
    TopicTablesConfiguration.class,
    ErasureTableConfiguration.class,
    MongoConfiguration.class,
    IngestMongoConfiguration.class,
    AdminDecisionConfiguration.class,
    AccountConfiguration.class,
    ClientLinkConfiguration.class,
    EngagementMappingConfiguration.class,
    SourceConfiguration.class,
    ConnectionConfiguration.class,
    PullConfiguration.class,
    RepeatedParameterConfiguration.class,
    IntakeConfiguration.class,
    IngestBackgroundConfiguration.class
})
public class IngestConfiguration {}
