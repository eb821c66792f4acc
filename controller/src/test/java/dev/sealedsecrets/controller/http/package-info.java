@NullMarked
package dev.sealedsecrets.controller.http;

import org.jspecify.annotations.NullMarked;
