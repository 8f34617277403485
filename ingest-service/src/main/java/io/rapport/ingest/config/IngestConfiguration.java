package io.rapport.ingest.config;

import io.rapport.messaging.ErasureTable;
import io.rapport.messaging.Messaging;
import io.rapport.web.EdgeTables;
import io.rapport.web.WebEdge;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("io.rapport.ingest.web")
@Import({
    Messaging.class,
    WebEdge.class,
    EdgeTables.class,
    ErasureTable.class,
    Storage.class,
    Decided.class,
    Doors.class,
    Feed.class
})
public class IngestConfiguration {}
