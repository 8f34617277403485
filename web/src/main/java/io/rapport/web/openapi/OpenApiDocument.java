package io.rapport.web.openapi;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.web.auth.Caller;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Adds to {@code /openapi.json} what the controllers do not declare: tokens, problems and resolved arguments. */
@Configuration(proxyBeanMethods = false)
public class OpenApiDocument {

    private static final String BEARER = "token";
    private static final String PROBLEM = "Problem";

    OpenApiDocument() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(BrandKey.class, Caller.class, PageRequest.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name:rapport}") String service) {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info().title("Rapport: " + service).version("v1"))
                .components(new Components().addSecuritySchemes(BEARER, bearer).addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer edgeArguments() {
        return OpenApiDocument::complete;
    }

    private static Operation complete(Operation operation, HandlerMethod handler) {
        if (takes(handler, BrandKey.class)) {
            operation.addParametersItem(name("agency")).addParametersItem(name("brand"));
        }
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(limit()).addParametersItem(cursor());
        }
        operation.getResponses().putIfAbsent("default", refused());
        return operation;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static Parameter name(String variable) {
        return new Parameter()
                .in("path")
                .name(variable)
                .required(true)
                .schema(new StringSchema().pattern(NameRules.TOKEN.pattern()));
    }

    private static Parameter limit() {
        var schema = new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        schema.setDefault(PageRequest.DEFAULT_LIMIT);
        return new Parameter().in("query").name("limit").schema(schema);
    }

    private static Parameter cursor() {
        return new Parameter()
                .in("query")
                .name("cursor")
                .description("'next' of the page before")
                .schema(new StringSchema());
    }

    private static ApiResponse refused() {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("Why it was not done, and what to do (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .required(List.of("type", "title", "status", "detail"));
    }
}
