package io.rapport.mongo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * What a service imports to store documents by a {@code MongoTemplate}, which maps records without class names. The service
 * sets {@code spring.mongodb.uri} and {@code spring.mongodb.database}.
 */
@Configuration(proxyBeanMethods = false)
@Import(MongoClientConfiguration.class)
public class MongoConfiguration {

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
