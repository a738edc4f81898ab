"""Two clients of AWS's own, boto3 and the AWS CLI, behind one function, and what botocore's model says of every answer."""

import contextlib
import io
import json
import os
import re
import sys
import tempfile

import boto3
from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError

# Errors that any operation of any service may give. Source: ECR API reference, "Common Errors".
COMMON_ERRORS = {
    "AccessDeniedException",
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "ServerException",
    "UnrecognizedClientException",
    "ValidationException",
}


def problems_in(value, shape, path):
    """What of an answer its shape does not have: a member that is not known, or a value of another kind."""
    if value is None:
        return
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            yield f"{path} is no structure"
            return
        for name in value:
            if name not in shape.members:
                yield f"{path}.{name} is not in the model"
            else:
                yield from problems_in(value[name], shape.members[name], f"{path}.{name}")
        for name in shape.required_members:
            if name not in value:
                yield f"{path}.{name} is required and not there"
    elif kind == "list":
        if not isinstance(value, list):
            yield f"{path} is no list"
            return
        for index, entry in enumerate(value):
            yield from problems_in(entry, shape.member, f"{path}[{index}]")
    elif kind == "map":
        if not isinstance(value, dict):
            yield f"{path} is no map"
            return
        for key, entry in value.items():
            yield from problems_in(entry, shape.value, f"{path}[{key!r}]")
    else:
        kinds = {
            "string": str,
            "blob": str,
            "boolean": bool,
            "integer": int,
            "long": int,
            "double": (int, float),
            "float": (int, float),
            "timestamp": (int, float),
        }
        if not isinstance(value, kinds[kind]) or (kind != "boolean" and isinstance(value, bool)):
            yield f"{path} is {value!r}, which is no {kind}"
        elif kind == "string" and shape.enum and value not in shape.enum:
            yield f"{path} is {value!r}, which is none of {', '.join(shape.enum)}"


class Boto3:
    """boto3; what is wrong with raw answers is noted in `problems`."""

    def __init__(self):
        self.problems = []
        self.clients = {}

    def client(self, service):
        if service not in self.clients:
            region = "us-east-1" if service == "ecr-public" else None
            client = boto3.client(service, region_name=region)
            client.meta.events.register("before-parse.*.*", self.look_at)
            self.clients[service] = client
        return self.clients[service]

    def look_at(self, response_dict, operation_model, **_):
        if operation_model.metadata["protocol"] != "json":
            return
        name = operation_model.name
        try:
            body = json.loads(response_dict["body"] or b"{}")
        except ValueError:
            self.problems.append(f"{name} is answered with something that is no JSON")
            return
        if response_dict["status_code"] < 300:
            self.problems += problems_in(body, operation_model.output_shape, name)
            return
        code = body.get("__type", "")
        shapes = {shape.name: shape for shape in operation_model.error_shapes}
        if code in shapes:
            shape = shapes[code]
            members = {key: value for key, value in body.items() if key != "__type"}
            self.problems += problems_in(members, shape, f"{name}, {code}")
        elif code not in COMMON_ERRORS:
            self.problems.append(f"{name} is refused with {code}, which the model does not have for it")

    def call(self, service, operation, parameters):
        method = getattr(self.client(service), operation)
        try:
            answer = method(**parameters)
        except ClientError as error:
            return error.response["Error"]["Code"], None
        except ResponseParserError:
            return "no JSON", None
        answer.pop("ResponseMetadata")
        return "ok", answer


class Cli:
    """The AWS CLI in this process: its arguments, what it prints, and how it ends."""

    def __init__(self):
        from awscli.clidriver import create_clidriver

        self.problems = []
        self.driver = create_clidriver()

    def call(self, service, operation, parameters):
        region = ["--region", "us-east-1"] if service == "ecr-public" else []
        command = [*region, "--output", "json", service, operation.replace("_", "-")]
        parameters = dict(parameters)
        with tempfile.NamedTemporaryFile() as blob:
            if "layerPartBlob" in parameters:
                blob.write(parameters.pop("layerPartBlob"))
                blob.flush()
                command += ["--layer-part-blob", f"fileb://{blob.name}"]
            command += ["--cli-input-json", json.dumps(parameters)]
            # What it needs of pages it fetches itself unless it is told not to.
            if "maxResults" in parameters or "nextToken" in parameters:
                command.append("--no-paginate")
            code, out, err = self.run(command)
        if code == 0:
            return "ok", json.loads(out) if out.strip() else {}
        found = re.search(r"An error occurred \((\w+)\) when calling the (\w+) operation", err)
        return (found.group(1) if found else f"{code}: {err.strip()}"), None

    def run(self, command):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = self.driver.main(command)
        return code, out.getvalue(), err.getvalue()


def chosen():
    return {"boto3": Boto3, "cli": Cli}[os.environ["ECR_SHIP_CLIENT"]]()


def report(**members):
    json.dump(members, sys.stdout, default=str)
