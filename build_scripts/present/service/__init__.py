"""The catalog as static JSON below `api/v1/`, in small pieces, and the OpenAPI document that describes them."""

from build_scripts.present.service.files import service_files
from build_scripts.present.service.observations import observation_file

__all__ = ["observation_file", "service_files"]
