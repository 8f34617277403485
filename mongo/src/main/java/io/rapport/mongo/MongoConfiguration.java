package io.rapport.mongo;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * What a service imports to store documents: the driver's client with short timeouts, and a {@code MongoTemplate} that maps
 * records without class names. The service sets {@code spring.mongodb.uri} and {@code spring.mongodb.database}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/rapport/mongo/mongo.properties")
public class MongoConfiguration {

    private static final long SERVER_SELECTION_SECONDS = 3;

    /** Without it a request to a store that is down fails after 30 seconds only. */
    @Bean
    MongoClientSettingsBuilderCustomizer serverSelectionTimeout() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS));
    }

    /** Dates and times as the driver stores them: a {@code LocalDate} is midnight UTC whatever the server's time zone. */
    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(
                MongoCustomConversions.MongoConverterConfigurationAdapter::useNativeDriverJavaTimeCodecs);
    }

    @Bean
    MappingMongoConverter mappingMongoConverter(
            MongoDatabaseFactory factory, MongoMappingContext context, MongoCustomConversions conversions) {
        DbRefResolver noReferences = NoOpDbRefResolver.INSTANCE;
        var converter = new MappingMongoConverter(noReferences, context);
        converter.setCustomConversions(conversions);
        converter.setCodecRegistryProvider(factory);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        // A field's name must not hold a dot, but a map's key, such as the header of a column, may.
        converter.setMapKeyDotReplacement("\uFF0E");
        return converter;
    }
}
