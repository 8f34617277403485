package io.rapport.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller method that reads its body as a stream and limits its size itself. The limits of {@link
 * BodyLimitFilter} do not apply to it. A form is not parsed: the parameters are those of the query.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamedBody {}
