#!/bin/sh
# Outside of Lambda the runtime is run by the emulator. Source: aws/aws-lambda-base-images, lambda-entrypoint.sh.
if [ -z "$AWS_LAMBDA_RUNTIME_API" ]; then
  exec /usr/local/bin/aws-lambda-rie /var/runtime/bootstrap "$1"
fi
exec /var/runtime/bootstrap "$1"
